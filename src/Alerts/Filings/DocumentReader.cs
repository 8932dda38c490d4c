using Alerts.Records;

namespace Alerts.Filings;

/// <summary>Gathers the documents of one filing, and notes of what cannot be read.</summary>
internal sealed class DocumentReader
{
    /// <summary>The documents that hold text.</summary>
    public List<FilingDocument> Documents { get; } = [];

    /// <summary>What was not read, and why.</summary>
    public List<CoverageNote> Coverage { get; } = [];

    /// <summary>The facts that the first tagged page states.</summary>
    public CoverFacts Facts { get; private set; } = new();

    /// <summary>Reads a document of a submission.</summary>
    public void Read(SubmissionDocument source)
    {
        if (source.Unreadable is { } reason)
        {
            if (source.IsExhibit)
                Coverage.Add(new CoverageNote(source.Type, $"The exhibit is {reason}; its text was not read."));
            return;
        }

        foreach (var (type, drafts) in Split(source.Type, source.Decode()))
            Add(type, drafts, source.FileName, source.Description);
    }

    /// <summary>Reads a document without a submission around it.</summary>
    public void Read(ReadOnlyMemory<byte> content)
    {
        var source = new SubmissionDocument("", null, null, content, IsPem: false);
        if (source.Unreadable is { } reason)
            Coverage.Add(new CoverageNote(null, $"The document is {reason}; expected HTML, text or Markdown."));
        else
            Read(source);
    }

    private List<(string Type, List<Draft> Drafts)> Split(string type, string text)
    {
        var page = DocumentLayout.Read(text);
        if (Facts.IsEmpty)
            Facts = page.CoverFacts;
        if (page.Drafts.Count == 0)
        {
            Coverage.Add(new CoverageNote(type.Length > 0 ? type : null, page.Images > 0
                ? "The document holds only images; there is no text to read."
                : "The document holds no text."));
            return [];
        }

        return type.Length > 0 ? [(type, page.Drafts)] : DocumentSplitter.Split(page.Drafts);
    }

    private void Add(string type, List<Draft> drafts, string? fileName, string? description)
    {
        var document = DocumentComposer.Compose(type, drafts);
        if (document.Blocks.Count == 0)
        {
            Coverage.Add(new CoverageNote(type, "The document holds no text but page numbers and ornaments."));
            return;
        }

        Documents.Add(document with { FileName = fileName, Description = description });
        if (RunTogether.Count(document) is > 0 and var count)
        {
            Coverage.Add(new CoverageNote(type, count == 1
                ? "The columns of a table are run together; its figures cannot be told apart."
                : $"The columns of {count} tables are run together; their figures cannot be told apart."));
        }
    }
}
