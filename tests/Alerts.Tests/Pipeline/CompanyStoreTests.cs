using Alerts.Edgar;
using Alerts.Pipeline;

namespace Alerts.Tests.Pipeline;

public sealed class CompanyStoreTests
{
    private static readonly DateTimeOffset Monday = Machine.Day("2026-01-05");

    private readonly CompanyStore companies = new(new History.MemoryTables());

    [Fact]
    public async Task Company_that_is_watched_again_keeps_its_first_day()
    {
        await companies.WatchAsync("0000855654", Monday, false, default);

        var again = await companies.WatchAsync("0000855654", Monday.AddDays(9), false, default);

        Assert.Equal(Monday, again.WatchedSince);
    }

    [Fact]
    public async Task Company_that_comes_back_is_watched_from_then_on()
    {
        await companies.WatchAsync("0000855654", Monday, false, default);
        Assert.True(await companies.UnwatchAsync("0000855654", default));
        Assert.False(await companies.UnwatchAsync("0000855654", default));

        var again = await companies.WatchAsync("0000855654", Monday.AddDays(9), false, default);

        Assert.Equal(Monday.AddDays(9), again.WatchedSince);
    }

    [Fact]
    public async Task List_is_read_again_when_history_is_asked_for()
    {
        await companies.WatchAsync("0000855654", Monday, false, default);
        await companies.UpdateAsync("0000855654", company => company with { Listed = new Validators("\"1\"", null) }, default);

        Assert.Equal(Validators.None, (await companies.WatchAsync("0000855654", Monday, true, default)).Listed);
    }

    [Theory]
    [InlineData("ImmunoGen, Inc.", "0000855654")]
    [InlineData("IMMUNOGEN INC", "0000855654")]
    [InlineData("Immunogen Europe plc", "name-immunogen-europe")]
    [InlineData("Société Générale S.A.", "name-soci-t-g-n-rale")]
    [InlineData("…", "name-unknown")]
    [InlineData(null, "name-unknown")]
    public async Task Documents_without_a_CIK_go_to_the_company_of_the_same_name(string? name, string key)
    {
        await companies.UpdateAsync("0000855654", company => company with { Name = "ImmunoGen, Inc." }, default);

        Assert.Equal(key, await companies.KeyForAsync(name, default));
    }
}
