namespace Alerts.Extraction.Subjects;

/// <summary>How a piece of text looks like a name.</summary>
internal enum NameForm
{
    /// <summary>An international nonproprietary name, told by its stem ("zelicapavir").</summary>
    Inn,

    /// <summary>A laboratory code ("CBL-514", "huC242-DM4").</summary>
    Code,

    /// <summary>A name with a trademark sign ("Gedeptin®").</summary>
    Brand,

    /// <summary>Capitals ("SORAYA", "SHASTA-2", "4FRONT-1").</summary>
    Capitals,

    /// <summary>A capitalised word that the text introduces as a name: "Valdora, an oral inhibitor", "the ReNova trial".</summary>
    Word,

    /// <summary>"Study 001", "Protocol 20-201", "Project NextGen".</summary>
    Study,

    /// <summary>A registry number ("NCT04152499").</summary>
    Registry,
}

/// <summary>A piece of a document's text that looks like the name of a drug or trial.</summary>
/// <param name="Start">Offset in the document's text.</param>
/// <param name="End">Offset behind it.</param>
/// <param name="Form">How it looks.</param>
internal readonly record struct NameCandidate(int Start, int End, NameForm Form);
