namespace Alerts.Tests.Filings;

public sealed class DatelineTests
{
    [Theory]
    [InlineData("WALTHAM, Mass. – November 30, 2021 – Larkspur Biologics, Inc. (Nasdaq: LKSP), a company, today said so.", "2021-11-30", "Larkspur Biologics, Inc.", "LKSP")]
    [InlineData("EMERYVILLE, Calif., Feb. 08, 2025 (GLOBE NEWSWIRE) -- Larkspur Biologics (Nasdaq: LKSP; the Company), a company, said so.", "2025-02-08", "Larkspur Biologics", "LKSP")]
    [InlineData("CHENGDU, China, Feb. 12, 2025 /PRNewswire/ -- Larkspur Biologics today said so.", "2025-02-12", "Larkspur Biologics", null)]
    [InlineData("Silicon Valley, CA (April 16, 2025) – Larkspur, Inc. (NYSE American: LKS), a company, said so.", "2025-04-16", "Larkspur, Inc.", "LKS")]
    [InlineData("NEW YORK, 3 May 2021 — The Larkspur Group, Inc. today said so.", "2021-05-03", "The Larkspur Group, Inc.", null)]
    [InlineData("BASEL, May 3, 2021 (GLOBE NEWSWIRE) — Larkspur-Bio Holdings AG, , a company, said so.", "2021-05-03", "Larkspur-Bio Holdings AG", null)]
    [InlineData("UTRECHT, The Netherlands and CAMBRIDGE, Mass., May 22, 2025 (GLOBE NEWSWIRE) -- Larkspur N.V. (Nasdaq: LKSP), a company, said so.", "2025-05-22", "Larkspur N.V.", "LKSP")]
    [InlineData("TEL AVIV, Israel & BOSTON--(BUSINESS WIRE)--Mar. 5, 2024-- Larkspur Ltd. (Nasdaq: LKSP) today said so.", "2024-03-05", "Larkspur Ltd.", "LKSP")]
    [InlineData("LONDON and SAN DIEGO – 7 January 2022 – Larkspur plc (AIM: LKS; NASDAQ: LKSP), a company, said so.", "2022-01-07", "Larkspur plc", "LKSP")]
    [InlineData("SAN DIEGO, CA / ACCESSWIRE / August 8, 2023 / Larkspur, Inc. (NASDAQ: LKSP) said so.", "2023-08-08", "Larkspur, Inc.", "LKSP")]
    [InlineData("SHANGHAI, China and NEW YORK, NY, Nov. 6, 2023 – Larkspur Limited (NASDAQ: LKSP, HKEX: 9999) today said so.", "2023-11-06", "Larkspur Limited", "LKSP")]
    public void A_dateline_gives_the_day_and_what_follows_it_the_issuer(string paragraph, string day, string company, string? ticker)
    {
        var facts = Reading.Read("# Larkspur Reports Results\n\n" + paragraph).Facts;
        Assert.Equal(DateOnly.Parse(day), facts.EventDate);
        Assert.Equal(company, facts.Company);
        Assert.Equal(ticker, facts.Ticker);
    }

    [Fact]
    public void A_dateline_may_stand_above_the_text()
    {
        var facts = Reading.Read("# Results\n\nPASADENA, Calif.--(BUSINESS WIRE)--February 10, 2025--\n\nLarkspur Biologics, Inc. today announced results.").Facts;
        Assert.Equal(new DateOnly(2025, 2, 10), facts.EventDate);
        Assert.Equal("Larkspur Biologics, Inc.", facts.Company);
    }

    [Fact]
    public void Days_in_prose_are_no_dateline() =>
        Assert.Null(Reading.Read("# Results\n\nCompany to host a webcast on Monday, February 10, 2025 at 8:00 a.m. ET\n\nThe data cutoff was on May 3, 2021.").Facts.EventDate);

    [Fact]
    public void A_source_line_names_the_issuer_where_the_first_sentence_begins_with_an_occasion() => Assert.Equal(
        "Sichuan Larkspur Co., Ltd.",
        Reading.Read("# Abstracts\n\nCHENGDU, China, Feb. 12, 2025 /PRNewswire/ -- At the congress, data were shown.\n\nSOURCE Sichuan Larkspur Co., Ltd.").Facts.Company);

    [Fact]
    public void The_fullest_spelling_of_the_text_names_the_issuer() => Assert.Equal(
        "Larkspur Technologies Inc.",
        Reading.Read("# Results\n\nBOSTON, May 3, 2021 — Larkspur today said so.\n\nLarkspur Technologies Inc. is a company.").Facts.Company);

    [Fact]
    public void A_dateline_without_a_year_takes_the_filing_s()
    {
        var filing = Reading.Read(
            "<SEC-DOCUMENT>x\n<SEC-HEADER>\nCONFORMED PERIOD OF REPORT:\t20050103\n</SEC-HEADER>\n<DOCUMENT>\n<TYPE>EX-99.1\n<TEXT>\n"
            + "BOSTON, Mass., Dec. 31 /PRNewswire/ -- Larkspur Biologics, Inc. said so.\n</TEXT>\n</DOCUMENT>\n");
        Assert.Equal(new DateOnly(2004, 12, 31), filing.Documents[0].Date);
    }
}
