namespace Alerts.Local.Demo;

/// <summary>The numbers of the items that an SGML header names by title.</summary>
internal static class ItemCodes
{
    // Form 8-K was renumbered on 23 August 2004 (SEC release 33-8400).
    private static readonly DateOnly Renumbered = new(2004, 8, 23);

    private static readonly Dictionary<string, string> Old = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Changes in control of registrant"] = "1",
        ["Acquisition or disposition of assets"] = "2",
        ["Bankruptcy or receivership"] = "3",
        ["Changes in registrant's certifying accountant"] = "4",
        ["Other events"] = "5",
        ["Resignations of registrant's directors"] = "6",
        ["Financial statements and exhibits"] = "7",
        ["Change in fiscal year"] = "8",
        ["Regulation FD Disclosure"] = "9",
        ["Results of Operations and Financial Condition"] = "12",
    };

    private static readonly Dictionary<string, string> New = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Entry into a Material Definitive Agreement"] = "1.01",
        ["Termination of a Material Definitive Agreement"] = "1.02",
        ["Completion of Acquisition or Disposition of Assets"] = "2.01",
        ["Results of Operations and Financial Condition"] = "2.02",
        ["Creation of a Direct Financial Obligation or an Obligation under an Off-Balance Sheet Arrangement of a Registrant"] = "2.03",
        ["Cost Associated with Exit or Disposal Activities"] = "2.05",
        ["Material Impairments"] = "2.06",
        ["Notice of Delisting or Failure to Satisfy a Continued Listing Rule or Standard; Transfer of Listing"] = "3.01",
        ["Unregistered Sales of Equity Securities"] = "3.02",
        ["Material Modifications to Rights of Security Holders"] = "3.03",
        ["Changes in Registrant's Certifying Accountant"] = "4.01",
        ["Non-Reliance on Previously Issued Financial Statements or a Related Audit Report or Completed Interim Review"] = "4.02",
        ["Changes in Control of Registrant"] = "5.01",
        ["Departure of Directors or Certain Officers; Election of Directors; Appointment of Certain Officers: Compensatory Arrangements of Certain Officers"] = "5.02",
        ["Amendments to Articles of Incorporation or Bylaws; Change in Fiscal Year"] = "5.03",
        ["Submission of Matters to a Vote of Security Holders"] = "5.07",
        ["Regulation FD Disclosure"] = "7.01",
        ["Other Events"] = "8.01",
        ["Financial Statements and Exhibits"] = "9.01",
    };

    /// <summary>The number; nothing for an empty line, which headers of 2000 to 2004 have for items that EDGAR did not name yet.</summary>
    /// <param name="title">"Other Events", or a number as in headers of the first years.</param>
    /// <param name="filed">Day of filing, which decides the numbering.</param>
    public static string Of(string title, DateOnly filed) =>
        title.Length > 0 && char.IsAsciiDigit(title[0]) ? title : (filed < Renumbered ? Old : New).GetValueOrDefault(title, "");
}
