using System.Collections.Frozen;

namespace Alerts.Extraction.Subjects;

/// <summary>
/// Drugs that trials compare with or add to: chemotherapy, marketed antibodies and inhibitors. Beside a filer's own
/// candidate they are its partner or its control, whatever the sentence that names them looks like.
/// </summary>
internal static class StandardAgents
{
    private static readonly FrozenSet<string> Names = (
        // cytotoxics, hormones
        "carboplatin cisplatin oxaliplatin paclitaxel docetaxel cabazitaxel doxorubicin epirubicin daunorubicin topotecan irinotecan gemcitabine capecitabine cytarabine azacitidine decitabine fludarabine clofarabine pemetrexed "
        + "methotrexate etoposide vincristine vinorelbine eribulin lurbinectedin trabectedin cyclophosphamide ifosfamide bendamustine melphalan temozolomide tamoxifen letrozole anastrozole exemestane fulvestrant enzalutamide abiraterone leucovorin "
        // antibodies
        + "trastuzumab pertuzumab rituximab obinutuzumab cetuximab panitumumab bevacizumab ramucirumab pembrolizumab nivolumab ipilimumab atezolizumab durvalumab avelumab cemiplimab daratumumab adalimumab infliximab ranibizumab aflibercept faricimab omalizumab dupilumab "
        // inhibitors
        + "lapatinib imatinib dasatinib erlotinib gefitinib osimertinib sorafenib sunitinib lenvatinib cabozantinib axitinib ibrutinib venetoclax olaparib palbociclib everolimus bortezomib lenalidomide pomalidomide thalidomide ruxolitinib crizotinib sotorasib trametinib dabrafenib vemurafenib "
        // elsewhere
        + "prednisone prednisolone dexamethasone hydrocortisone tacrolimus sirolimus remdesivir nirmatrelvir ritonavir peginterferon ribavirin entecavir tenofovir insulin metronidazole meropenem vancomycin colistin metformin semaglutide tirzepatide atorvastatin rosuvastatin warfarin apixaban rivaroxaban")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>True for a drug that one of its names tells as such.</summary>
    public static bool Contains(ProgramName program)
    {
        foreach (var name in program.Names)
        {
            if (Names.Contains(name))
                return true;
        }

        return false;
    }
}
