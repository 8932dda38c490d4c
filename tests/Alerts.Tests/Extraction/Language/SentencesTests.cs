using Alerts.Extraction.Language;

namespace Alerts.Tests.Extraction.Language;

public class SentencesTests
{
    [Theory]
    [InlineData("ORR was 31.6% (95% CI: 22.4, 41.9). The median DOR was 5.9 months.", 2)]
    [InlineData("In the U.S. Food and Drug Administration's view nothing changed. We agree.", 2)]
    [InlineData("The drug is sold in the U.S. The company makes it.", 2)]
    [InlineData("Example, Inc. announced data with p=0.01 vs. 6.0 on placebo.", 1)]
    [InlineData("Said W. Lloyd Clark, M.D., of the study (i.e. the first). Dr. Wu agreed.", 2)]
    [InlineData("We saw 3 responses. huC242-DM4 was well tolerated.", 2)]
    [InlineData("compared to placebo.MRI data showed a reduction of 22.4%.", 2)]
    [InlineData("See www.example.com for more. \"It works.\" Good.", 3)]
    [InlineData("(Both arms. Not closed and then some text. More.", 1)]
    [InlineData("It was approved for adults.1 Children follow in 20% of countries.2,11-13 Pain improved (p=0.01).4 More.", 4)]
    [InlineData("The Omicron KP.2 Spike gene has grown. Version 1.5 Beta.", 2)]
    [InlineData("Sales Ex. China were up.", 1)]
    public void Full_stops_that_end_nothing_do_not_split(string text, int count)
    {
        var sentences = Sentences.Of(Text.Document(text));

        Assert.Equal(count, sentences.Count);
    }

    [Fact]
    public void A_sentence_is_a_piece_of_the_documents_text()
    {
        var document = Text.Document("# Title here\nFirst one. Second one.\n- A bullet. With two.\n| a | b |");

        Assert.All(Sentences.Of(document), s => Assert.Equal(s.Text, document.Text.Substring(s.Start, s.Text.Length)));
    }

    [Fact]
    public void A_nested_bullet_hangs_on_headings_lead_in_and_outer_bullets()
    {
        var document = Text.Document("# Results\n## Safety\nFindings include:\n- Outer\n  - Inner\n- Next");

        var inner = Sentences.Of(document).Single(s => s.Text == "Inner");

        Assert.Equal(["Results", "Safety"], inner.Headings);
        Assert.Equal(["Results", "Safety", "Findings include:", "Outer"], inner.Above.Select(i => document.Blocks[i].Text));
    }

    [Fact]
    public void A_paragraph_does_not_hang_on_the_paragraph_before()
    {
        var document = Text.Document("# Results\nFirst.\nSecond.");

        Assert.Equal(["Results"], Sentences.Of(document)[2].Above.Select(i => document.Blocks[i].Text));
    }
}
