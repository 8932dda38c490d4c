using Alerts.Local.Storage;

namespace Alerts.Tests.Local.Storage;

public sealed class BlobPathTests
{
    [Theory]
    [InlineData("0000855654/0001558370-21-016273.txt", "0000855654/0001558370-21-016273.txt")]
    [InlineData("report_1.json", "report_1.json")]
    [InlineData("a", "a+")]
    [InlineData("a/b", "a/b+")]
    [InlineData("v1.0/x.txt", "v1.0+/x.txt")]
    [InlineData("EX 99.txt", "%45%58%2099.txt")]
    [InlineData("µ.txt", "%c2%b5.txt")]
    [InlineData("a+", "a%2b+")]
    [InlineData("nul.txt", "%6eul.txt")]
    [InlineData("aux/com1.x/console", "%61ux/%63om1.x+/console+")]
    [InlineData(".hidden", "%2ehidden")]
    public void A_name_has_a_path_that_every_file_system_takes(string name, string path)
    {
        Assert.Equal(path, BlobPath.Of(name));
        Assert.Equal(name, BlobPath.NameOf(path));
    }

    [Theory]
    [InlineData(".DS_Store")]
    [InlineData(".0001558370-21-016273.txt.swp")]
    [InlineData("0001558370-21-016273.txt~")]
    [InlineData("Thumbs.db")]
    [InlineData("a")]
    [InlineData("a.txt+")]
    [InlineData("a.b/c.txt")]
    [InlineData("a+/c.txt")]
    [InlineData("%zz.txt")]
    [InlineData("%ff.txt")]
    [InlineData("%41.TXT")]
    [InlineData("%4A.txt")]
    [InlineData("%61.txt")]
    public void A_file_of_another_program_is_no_blob(string path) => Assert.Null(BlobPath.NameOf(path));

    [Fact]
    public void A_name_too_long_for_a_path_is_found_by_its_hash()
    {
        var path = BlobPath.Of(new string('x', 500));
        Assert.Matches("^\\+long/[0-9a-f]{64}$", path);
        Assert.True(BlobPath.IsLong(path));
        Assert.NotEqual(path, BlobPath.Of(new string('x', 501)));
        Assert.Null(BlobPath.NameOf(path));
    }
}
