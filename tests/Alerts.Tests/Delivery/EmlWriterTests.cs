using System.Text;
using System.Text.Json;
using Alerts.Delivery.Email;
using Alerts.Delivery.Wording;
using Alerts.Subscriptions;
using Alerts.Tests.Local.Storage;
using FsCheck;
using FsCheck.Fluent;

namespace Alerts.Tests.Delivery;

public sealed class EmlWriterTests
{
    // What the encodings treat in their own ways, so that random texts meet it often.
    private static readonly Gen<string> Texts = Gen.Elements("a", "Z", " ", "  ", "\t", "\r\n", "\n", ".", "=", "?", "=?", "_", "From ", "\"", "ß", "→", "🧬", "\u202E", "\0", "long-word-without-a-blank")
        .ListOf().Select(string.Concat);

    private static readonly EmailMessage Message = new()
    {
        Id = "msg_1a5310e119cca975bc7525967394fb68",
        From = new("alerts@alerts.example.com", "8-K Alerts – clinical"),
        To = new("ana@example.com"),
        Subject = "IMGN: SORAYA ORR 32.4% → 31.7%; FY2022 revenue guidance raised to €75M–€85M; +3 more",
        Date = AlertSamples.Created,
        Text = "From here on\n.\nα ≤ 0.05 = \"significant\"  \n\tlast line with a very long tail " + new string('ß', 200) + "\n",
        Html = "<p>IC₅₀ &lt; 1 nM = <b>good</b></p>\n",
        UnsubscribeUrl = AlertSamples.Options.UnsubscribeUrl("abcdefgh2345"),
    };

    [Fact]
    public void Message_reads_back_as_it_was_made()
    {
        var mail = Eml.Parse(Written(Message));
        var parts = mail.Parts();

        Assert.Equal("8-K Alerts – clinical <alerts@alerts.example.com>", mail["From"]);
        Assert.Equal("ana@example.com", mail["To"]);
        Assert.Equal(Message.Subject, mail["Subject"]);
        Assert.Equal("Wed, 03 Aug 2022 20:06:00 +0000", mail["Date"]);
        Assert.Equal("<msg_1a5310e119cca975bc7525967394fb68@alerts.example.com>", mail["Message-ID"]);
        Assert.Equal($"<{Message.UnsubscribeUrl}>", mail["List-Unsubscribe"]);
        Assert.Equal("List-Unsubscribe=One-Click", mail["List-Unsubscribe-Post"]);
        Assert.Equal("auto-generated", mail["Auto-Submitted"]);
        Assert.Equal("1.0", mail["MIME-Version"]);
        Assert.Equal(["text/plain; charset=utf-8", "text/html; charset=utf-8"], parts.Select(part => part["Content-Type"]));
        Assert.Equal([Message.Text, Message.Html], parts.Select(part => part.Text.ReplaceLineEndings("\n")));
    }

    [Fact]
    public void Every_line_is_short_ASCII_and_ends_with_CRLF()
    {
        var text = Written(Message);

        Assert.DoesNotContain('\n', text.Replace("\r\n", "", StringComparison.Ordinal));
        Assert.All(text.Split("\r\n"), line =>
        {
            Assert.InRange(line.Length, 0, 78);
            Assert.DoesNotContain(line, letter => letter is > '~' or (< ' ' and not '\t'));
            Assert.False(line.StartsWith("From ", StringComparison.Ordinal) || line.StartsWith('.'), line);
            Assert.False(line.EndsWith('\t') || (line.EndsWith(' ') && !line.StartsWith(' ')), $"\"{line}\" ends with a blank");
        });
    }

    [Fact]
    public void Same_message_gives_the_same_bytes() =>
        Assert.Equal(EmlWriter.Write(Message), EmlWriter.Write(Message with { Id = "msg_" + Message.Id[4..] }));

    [Theory]
    [InlineData("IMGN: x\r\nBcc: everybody@example.com")]
    [InlineData("IMGN: x\nBcc: everybody@example.com")]
    [InlineData("IMGN: x\r\n\r\nbody of the attacker")]
    [InlineData("IMGN: x\u2028Bcc: everybody@example.com")]
    [InlineData("IMGN: \0x\u0085Bcc: everybody@example.com")]
    [InlineData("=?utf-8?Q?IMGN=0D=0ABcc=3A_everybody=40example.com?=")]
    public void Subject_of_an_attacker_begins_no_header(string subject)
    {
        var mail = Eml.Parse(Written(Message with { Subject = subject }));

        Assert.Equal(10, mail.Headers.Count);
        Assert.DoesNotContain(mail["Subject"], char.IsControl);
        Assert.Equal(2, mail.Parts().Count);
    }

    [Theory]
    [InlineData("ana@example.com\r\nBcc: everybody@example.com")]
    [InlineData("ana@example.com, everybody@example.com")]
    [InlineData("ana@example.com>\r\nX: y <b@example.com")]
    public void Address_of_an_attacker_is_refused(string address) =>
        Assert.Throws<ArgumentException>(() => EmlWriter.Write(Message with { To = new EmailAddress(address) }));

    [Theory]
    [InlineData("Alerts\r\nBcc: everybody@example.com")]
    [InlineData("\"Alerts\" <x@example.com>,")]
    public void Name_of_an_attacker_stays_a_name(string name)
    {
        var mail = Eml.Parse(Written(Message with { From = new("alerts@alerts.example.com", name) }));

        Assert.Equal(10, mail.Headers.Count);
        Assert.EndsWith(" <alerts@alerts.example.com>", mail["From"], StringComparison.Ordinal);
        Assert.DoesNotContain("<x@example.com>", Written(Message with { From = new("alerts@alerts.example.com", name) }), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_that_looks_like_a_boundary_stays_in_its_part()
    {
        var text = $"--=_{Message.Id}\n--=_{Message.Id}--\nend\n";

        Assert.Equal(text, Eml.Parse(Written(Message with { Text = text })).Parts()[0].Text.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void One_click_is_offered_over_https_only()
    {
        var mail = Eml.Parse(Written(Message with { UnsubscribeUrl = new("http://127.0.0.1:5080/u/a.b") }));

        Assert.DoesNotContain(mail.Headers, header => header.Name == "List-Unsubscribe-Post");
    }

    [Fact]
    public void Any_text_reads_back_as_it_was_written() => Prop.ForAll(Texts.Two().ToArbitrary(), texts =>
    {
        var (subject, text) = texts;
        var mail = Eml.Parse(Written(Message with { Subject = subject, Text = text, Html = text }));

        Assert.Equal(PlainText.Line(subject, 900), mail["Subject"]);
        Assert.All(mail.Parts(), part => Assert.Equal(Lines(text), Lines(part.Text)));
        Assert.All(Written(Message with { Subject = subject, Text = text }).Split("\r\n"), line => Assert.InRange(line.Length, 0, 78));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [ProgramFact("python3")]
    public async Task Another_library_reads_the_message_the_same()
    {
        using var folder = new TempFolder();
        await File.WriteAllBytesAsync(folder["mail.eml"], EmlWriter.Write(Message));
        const string script = """
            import email, email.policy, json, sys
            with open(sys.argv[1], 'rb') as file:
                mail = email.message_from_binary_file(file, policy=email.policy.default)
            print(json.dumps({
                'subject': mail['subject'], 'from': mail['from'].addresses[0].display_name, 'id': mail['message-id'],
                'unsubscribe': mail['list-unsubscribe'], 'date': mail['date'].datetime.isoformat(),
                'text': mail.get_body(('plain',)).get_content(), 'html': mail.get_body(('html',)).get_content(),
                'defects': [str(defect) for part in mail.walk() for defect in part.defects]}))
            """;

        var read = JsonDocument.Parse(await Programs.RunAsync("python3", ["-c", script, folder["mail.eml"]])).RootElement;

        Assert.Equal(0, read.GetProperty("defects").GetArrayLength());
        Assert.Equal(Message.Subject, read.GetProperty("subject").GetString());
        Assert.Equal(Message.From.Name, read.GetProperty("from").GetString());
        Assert.Equal("<msg_1a5310e119cca975bc7525967394fb68@alerts.example.com>", read.GetProperty("id").GetString());
        Assert.Equal($"<{Message.UnsubscribeUrl}>", read.GetProperty("unsubscribe").GetString());
        Assert.Equal("2022-08-03T20:06:00+00:00", read.GetProperty("date").GetString());
        Assert.Equal(Message.Text, read.GetProperty("text").GetString()!.ReplaceLineEndings("\n"));
        Assert.Equal(Message.Html, read.GetProperty("html").GetString()!.ReplaceLineEndings("\n"));
    }

    private static string Lines(string text) => text.ReplaceLineEndings("\n");

    private static string Written(EmailMessage message) => Encoding.ASCII.GetString(EmlWriter.Write(message));
}
