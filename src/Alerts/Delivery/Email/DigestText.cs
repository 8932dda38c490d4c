using System.Text;
using Alerts.Delivery.Wording;

namespace Alerts.Delivery.Email;

/// <summary>A digest as plain text: what happened in a line for each company, then filing by filing.</summary>
internal static class DigestText
{
    public static string Of(Digest digest, Uri unsubscribe)
    {
        var text = new StringBuilder();
        var list = DigestList.Of(digest);
        text.Append(DigestWording.Headline(digest)).Append('\n').Append(DigestWording.Title(digest)).Append('\n');
        if (list.Companies.Count > 1)
        {
            text.Append('\n');
            foreach (var company in list.Companies)
                text.Append("- ").Append(company.Line).Append('\n');
        }

        var number = 1;
        foreach (var company in list.Companies)
        {
            text.Append('\n').Append(company.Title).Append('\n').Append('=', company.Title.Length).Append('\n');
            foreach (var filing in company.Filings)
                number = Filing(text, number, filing);
        }

        Others(text, list);
        TextParts.Foot(text, digest.Why, unsubscribe);
        return text.ToString();
    }

    private static int Filing(StringBuilder text, int number, DigestFiling filing)
    {
        text.Append('\n').Append(FilingWording.Cover(filing.Filing.Filing)).Append('\n').Append(filing.Filing.Url).Append('\n');
        var next = TextParts.Changes(text, number, filing.Shown, filing.Listed, filing.Left);
        TextParts.Coverage(text, filing.Notes, filing.NotesLeft);
        return next;
    }

    private static void Others(StringBuilder text, DigestList list)
    {
        if (list.Others.Count > 0)
            text.Append("\nOther filings\n=============\n");
        foreach (var other in list.Others)
            text.Append("- ").Append(other.Text).Append("\n  ").Append(other.Url).Append('\n');
        if (list.Left > 0)
            text.Append($"- and {list.Left} more filings\n");
    }
}
