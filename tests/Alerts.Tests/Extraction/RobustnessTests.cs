using System.Text;
using Alerts.Extraction;
using Alerts.Extraction.Language;
using Alerts.Extraction.Results;
using Alerts.Extraction.Subjects;
using Alerts.Filings;
using FsCheck;
using FsCheck.Fluent;

namespace Alerts.Tests.Extraction;

/// <summary>Filings are untrusted: whatever a text holds, extraction ends, and each record it gives is proven by its place.</summary>
public class RobustnessTests
{
    private const string Release = """
        # Example Therapeutics Announces Results of the Phase 2 AURORA Trial of Zelitinib in Patients with Cancer
        Zelitinib (EXA-101, formerly NRX-55) is an oral inhibitor for patients with cancer (NCT01234567).
        As of the data cutoff on March 31, 2023, 58 patients with a median age of 64 had been treated.
        - ORR by investigator was 32.4% (95% CI: 23.6%, 42.2%), including five CRs; ORR by BICR was 31.6% (12/38).
        - Median PFS was 9.2 months (95% CI: 7.4, NR) versus 5.6 months with chemotherapy (HR=0.58; p<0.0001).
        - The most common TRAEs were nausea (41% all grade; 6% grade 3+) and "rash" (29%). No DLTs were seen at doses up to 168 mg/m , and no deaths.
        - 77%, 58% and 40% of patients achieved intervals of ≥3, ≥4 and ≥5 months, respectively, improved from 6.63 ± 0.80 at baseline to 4.38 at week 1.
        | Outcome | 2L (n=11) | 3L+ (n=38) |
        | ORRa n (%) | 5 (45) | 10 (26) |
        | 95% CI | 16.7-76.6 | 13.4-43.1 |
        """;

    private static readonly string[] Splinters = ["(", ")", "%", ".", "95% CI", "n=", " of ", "\0", "ﬀ", "±", "Grade ", "-", "–", "®", "| ", "\n", "- ", "# ", "p<", "99999999999999999999", "1.2.3", ",", "’s ", "and ", " vs. ", "\ud83d", "Phase I", "no "];

    public static TheoryData<int> Seeds => [.. Enumerable.Range(1, 40)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_broken_text_gives_only_records_that_its_text_proves(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 5; round++)
        {
            var filing = Text.Filing(Break(Release, random));

            var parsed = FilingExtractor.Extract(filing);

            Assert.All(parsed.DataPoints, p => Assert.True(Evidence.Holds(filing, p), p.Quote));
        }
    }

    [Fact]
    public void A_text_cut_anywhere_is_read()
    {
        for (var length = 0; length <= Release.Length; length += 7)
            FilingExtractor.Extract(Text.Filing(Release[..length] + "x"));
    }

    [Theory]
    [InlineData("ORR was 32% in patients (95% CI 4-6) and PFS was 5 months ")]
    [InlineData("((((")]
    [InlineData("5% ")]
    [InlineData("A.a.")]
    [InlineData("AAA-12® trial ")]
    [InlineData("patients")]
    public void A_line_of_a_megabyte_is_read_to_its_end(string piece)
    {
        var text = new StringBuilder(1_000_000);
        while (text.Length < 1_000_000)
            text.Append(piece);

        var filing = Text.Filing("# Results of the Phase 2 trial of zelitinib in patients\n" + text);
        ResultsExtractor.Extract(filing, SubjectIndex.Build(filing), [.. Sentences.Of(filing.Documents[0])]);
    }

    [Fact]
    public void Bullets_nested_without_end_are_read()
    {
        var blocks = Enumerable.Range(0, 10_000).Select(i => new TextBlock(BlockKind.Bullet, i * 18, "ORR was 5% (1/20)") { Level = i }).ToList();
        var document = new FilingDocument("EX-99.1", string.Join('\n', blocks.Select(b => b.Text)), blocks);

        Assert.All(Sentences.Of(document), s => Assert.InRange(s.Above.Count, 0, 32));
    }

    [Fact]
    public void Tokens_of_any_text_follow_each_other_and_cover_every_letter() => Prop.ForAll(ArbMap.Default.GeneratorFor<string>().Where(s => s is not null).ToArbitrary(), text =>
    {
        var end = 0;
        foreach (var token in Tokenizer.Read(text).Tokens)
        {
            Assert.InRange(token.Start, end, token.End - 1);
            Assert.DoesNotContain(text[end..token.Start], char.IsLetterOrDigit);
            end = token.End;
        }

        Assert.DoesNotContain(text[end..], char.IsLetterOrDigit);
    }).QuickCheckThrowOnFailure();

    private static string Break(string text, Random random)
    {
        var broken = new StringBuilder(text);
        for (var i = 0; i < 30 && broken.Length > 60; i++)
        {
            var at = random.Next(broken.Length - 50);
            switch (random.Next(4))
            {
                case 0:
                    broken.Remove(at, random.Next(40));
                    break;
                case 1:
                    broken.Insert(at, Splinters[random.Next(Splinters.Length)]);
                    break;
                case 2:
                    broken.Insert(at, broken.ToString(random.Next(broken.Length - 50), random.Next(50)));
                    break;
                default:
                    broken[at] = (char)random.Next(1, 0x2100);
                    break;
            }
        }

        return broken.ToString();
    }
}
