using System.Collections.Frozen;

namespace Alerts.Extraction.Subjects;

/// <summary>
/// Stems of international nonproprietary names (WHO, "The use of stems in the selection of INN"): a word that ends
/// in one is a drug, unless it is one of the few plain words that end alike.
/// </summary>
internal static class InnStems
{
    private static readonly string[] Stems =
    [
        // antibodies and fusion proteins
        "mab", "bart", "tug", "mig", "cept", "leukin", "plasmin",
        // inhibitors of kinases and other enzymes
        // no plain word of this length ends in "ib"
        "ib", "tinib", "anib", "inib", "denib", "fenib", "rafenib", "lisib", "sertib", "ciclib", "parib", "degib", "zomib", "rasib", "metostat", "inostat", "mastat", "gliptin", "gliflozin", "dustat", "pivat", "coxib", "afil", "pril", "glurant", "kacin",
        "xaban", "gatran", "caftor", "tegrast", "grelor", "clax", "imod", "milast", "menib", "bresib", "naxib", "catib", "trapib", "tifan", "ixibat", "ixafor", "stat", "copan", "coplan", "captad",
        "fentrine", "parant", "pixant", "sudil", "ciguat", "prost", "nepag",
        // nucleic acids
        "siran", "rsen",
        // peptides and hormones
        "tide", "calcet", "relin", "relix", "golix", "glipron", "cerfont", "orilant", "fermin", "leucel",
        // against viruses, bacteria, fungi
        "vir", "bactam", "penem", "floxacin", "cycline", "micin", "mycin", "conazole", "fungin", "vudine", "zolid", "dacin", "mulin", "nidazole", "virimat", "fungerp", "gepix",
        // nervous system
        "gepant", "triptan", "orexant", "setron", "oxetine", "peridone", "piprazole", "anserin", "caserin", "azepam", "lukast", "racetam", "psilocin", "psilocybin", "omeline", "clidine", "taront", "benazine", "bamate", "perone", "pertin", "caprant",
        "apine", "asidone", "faxine", "gabalin", "trexone", "loxone", "orphine", "buphine", "giline", "capone", "netant", "azepine", "nabinol",
        "trigine", "adol", "ceridine", "pitant", "icline", "carpine", "ketamine", "dopa",
        // against tumours, immune system
        "platin", "taxel", "rubicin", "citabine", "trexed", "trexate", "tecan", "lutamide", "domide", "bulin", "estrant", "limus", "mustine", "fosfamide", "xifene", "osarm", "iraterone", "grastim", "mostim", "poetin",
        // heart, metabolism, hormones
        "sartan", "entan", "olol", "statin", "vaptan", "begron", "prazole", "prazan", "fibrate", "glitazone", "semide", "tirome", "tirom", "renone", "asone", "nisone", "olone", "onide", "bradine", "camten", "delpar", "fibranor", "dipine", "pamil", "dronate",
    ];

    // What follows an antibody in the name of a conjugate, or the first word of a gene or cell product.
    private static readonly string[] Payloads =
    [
        "tansine", "dotin", "tecan", "micin", "irine", "talocan", "duocarmazine", "bulin", "pegol", "alfa", "beta", "leucel", "temcel", "parvovec", "denovec", "repvec", "plasmid", "hziy",
    ];

    private static readonly FrozenSet<string> PlainWords = new[]
    {
        "except", "accept", "concept", "intercept", "precept", "percept", "interleukin", "thermostat", "tetracycline", "statin", "statins", "control", "symbol", "protocol", "bristol", "pistol",
        "elvir", "tubulin", "globulin", "immunoglobulin", "nebulin", "hydrocortisone", "cortisone", "peptide", "nucleotide", "ethanol", "inhibin", "hobart", "stewart", "reservoir", "memoir", "photostat", "rheostat", "hemostat", "cryostat", "cytostat", "bacteriostat", "riptide", "chaperone", "monobactam", "carbapenem", "antiglobulin", "penem", "sahib",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PlainLookup = PlainWords.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>True for a word of letters that is built like a drug's name.</summary>
    public static bool IsName(ReadOnlySpan<char> word)
    {
        if (word.Length is < 7 or > 32 || !EndsInStem(word, Stems))
            return false;
        // "glycopeptide" is a class, "oligonucleotide" too.
        return !PlainLookup.Contains(word) && !word.EndsWith("peptide", StringComparison.OrdinalIgnoreCase) && !word.EndsWith("leotide", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>True for the first word of a gene or cell product, which only its second word tells from plain words ("exagamglogene").</summary>
    public static bool IsGeneProduct(ReadOnlySpan<char> word) => word.Length >= 8 && word.EndsWith("gene", StringComparison.OrdinalIgnoreCase);

    /// <summary>True for the second word of a conjugate or cell product ("soravtansine", "autotemcel").</summary>
    public static bool IsPayload(ReadOnlySpan<char> word) => word.Length is > 3 and < 24 && EndsInStem(word, Payloads);

    private static bool EndsInStem(ReadOnlySpan<char> word, string[] stems)
    {
        foreach (var stem in stems)
        {
            if (word.Length > stem.Length && word.EndsWith(stem, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
