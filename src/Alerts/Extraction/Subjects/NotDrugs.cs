using System.Collections.Frozen;

namespace Alerts.Extraction.Subjects;

/// <summary>Capitals and codes that are never the name of a drug or a trial: authorities, diseases, targets, tests, congresses.</summary>
internal static class NotDrugs
{
    private static readonly FrozenSet<string> Words = (
        // authorities, congresses, exchanges, laws
        "FDA EMA CHMP PMDA NMPA MHRA SEC NIH NCI NIAID BARDA CDC WHO DSMB IDMC DMC IRB CRO CDMO ASCO ESMO AACR ASH EHA AHA ACC EASL AASLD SITC SABCS ENA EORTC AAN ECTRIMS AAO ARVO EADV ERS ATS ADA EASD WCLC IMS CTAD JPM NASDAQ NYSE ASX TSX HKEX AMEX OTC IPO ATM GAAP IFRS EBITDA CEO CFO CMO COO CSO PLC LLC INC LTD USA USD RRPV HHS DOD NASH CMC GMP CGMP GLP GCP ICH "
        // applications and designations
        + "FAS SFAS SAB EITF FIN FSP ASU ASC IAS ISO USP ICD CA125 CA-125 S100 IND CTA NDA BLA SBLA SNDA ANDA MAA PDUFA RMAT BTD ODD PRIME EUA REMS RPD NDS CTN "
        // diseases
        + "COVID COVID-19 SARS SARS-COV-2 HIV HIV-1 HCV HBV HPV RSV CMV EBV HSV CLL AML ALL CML MDS DLBCL NHL MCL FL NSCLC SCLC HCC RCC UC CRC TNBC HNSCC GBM NET NETS GIST MM AMD WAMD DME DR RVO ROP MNV COPD IPF PAH ALS MS SMA DMD HAE PNH SLE RA IBD NAFLD MASH MASLD T1D T2D CKD FSGS IGAN PKU CF SCD TDT ATTR ATTR-CM HFPEF ADHD MDD GAD PTSD TRD DLB SPMS RRMS PPMS OLP GPP AD PD HD PNET MPN MF PV ET ITP TTP AAV SHTG FCS HOFH HEFH ASCVD "
        // targets, tests, classes, endpoints
        + "PARP BTK EGFR HER2 VEGF ADC ADCS CAR CAR-T TCR PDL1 PD-1 PD-L1 CTLA-4 KRAS BRAF ALK RET MET NTRK FGFR MRNA SIRNA RNAI DNA RNA AAV LNP HLA MTAP PRMT5 MAT2A TROP2 DLL3 B7H3 PTK7 GLP-1 GIP IL-2 TNF MRI CT PET OCT PK BCVA CST ECOG RECIST CTCAE SUN NEI MADRS ORR PFS OS DOR DCR CBR CR PR SD TEAE TEAES TRAE TRAES SAE SAES AE AES DLT DLTS MTD RP2D QOL BICR IRC ITT LDL-C HDL-C LP HBA1C BMI ECG CNS ISR ISRS KM CI HR PRO SOC Q2W Q3W Q4W QD BID US EU UK ET EST PT AI R&D G&A SG&A "
        + "CONFIRMATORY PIVOTAL REGISTRATIONAL ONGOING RANDOMIZED I II III IV VI VII VIII NEWS PRESS RELEASE TABLE NOTE ABOUT KEY DATA AND THE FOR WITH FROM TO OF IN ON RESULTS STUDY TRIAL CLINICAL PHASE UPDATE COMPANY IMPORTANT SAFETY INFORMATION FORWARD LOOKING STATEMENTS")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a word that names something else.</summary>
    public static bool Contains(string name) => Words.Contains(name) || IsCluster(name) || IsPeriod(name);

    // CD19, IL-17, CYP3A4 …
    private static bool IsCluster(string name) =>
        (name.StartsWith("CD", StringComparison.Ordinal) && name.Length is > 2 and < 6 && name[2..].All(char.IsAsciiDigit))
        || (name.StartsWith("IL-", StringComparison.Ordinal) && name.Length < 7) || name.StartsWith("CYP", StringComparison.Ordinal) || name.StartsWith("ASC-", StringComparison.Ordinal) || name.StartsWith("SFAS", StringComparison.Ordinal)
        || name.StartsWith("HLA-", StringComparison.Ordinal) || name.StartsWith("anti-", StringComparison.OrdinalIgnoreCase) || name.StartsWith("EX-", StringComparison.Ordinal);

    // FY2024, ASCO2025, AHA24
    private static bool IsPeriod(string name)
    {
        var digits = 0;
        while (digits < name.Length && char.IsAsciiDigit(name[^(digits + 1)]))
            digits++;
        return digits == 4 && (name.AsSpan(name.Length - 4).StartsWith("20") || name.AsSpan(name.Length - 4).StartsWith("19")) && name.Length <= 9 && !name.Contains('-', StringComparison.Ordinal)
            && name.AsSpan(0, name.Length - 4).IndexOfAnyInRange('0', '9') < 0 && name.Length - 4 is 2 or 3 or 4 && IsCongressOrYear(name[..^4]);
    }

    private static bool IsCongressOrYear(string prefix) => prefix is "FY" || Words.Contains(prefix);
}
