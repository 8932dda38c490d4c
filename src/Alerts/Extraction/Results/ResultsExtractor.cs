using System.Buffers;
using Alerts.Extraction.Language;
using Alerts.Extraction.Results.Endpoints;
using Alerts.Extraction.Results.Patients;
using Alerts.Extraction.Results.Safety;
using Alerts.Extraction.Results.Tables;
using Alerts.Extraction.Subjects;
using Alerts.Filings;
using Alerts.Records;

namespace Alerts.Extraction.Results;

/// <summary>Finds the clinical results that a filing states.</summary>
internal static class ResultsExtractor
{
    /// <summary>A sentence with more values is a table that lost its lines.</summary>
    private const int MostValues = 60;

    /// <summary>A document without any of these words reports no trial.</summary>
    private static readonly SearchValues<string> Clinical = SearchValues.Create(
        ["patients", "participants", "clinical trial", "clinical study", "subjects", "placebo", "Phase 1", "Phase 2", "Phase 3", "Phase I"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The data points of all documents, restatements merged, in the order of the filing.</summary>
    public static IReadOnlyList<DataPoint> Extract(ReadFiling filing, SubjectIndex subjects, IReadOnlyList<Sentence> sentences)
    {
        var points = new List<DataPoint>();
        var isOncology = filing.Documents.Any(DocumentScope.NamesCancer);
        var scopes = filing.Documents.Where(d => d.Text.AsSpan().IndexOfAny(Clinical) >= 0)
            .ToDictionary(d => d, d => new DocumentScope(d, subjects, isOncology), (IEqualityComparer<FilingDocument>)ReferenceEqualityComparer.Instance);
        if (scopes.Count == 0)
            return [];
        foreach (var table in Tables(sentences))
        {
            if (scopes.TryGetValue(table[0].Document, out var scope))
                points.AddRange(TableReader.Read(table, scope));
        }

        foreach (var sentence in sentences)
        {
            if (scopes.TryGetValue(sentence.Document, out var scope) && MayHoldResult(sentence))
                points.AddRange(Read(sentence, scope));
        }

        return [.. Restatements.Merge(points.OrderBy(p => Order(filing, p)).ThenBy(p => p.Start)).Select(Doubt)];
    }

    // A result of nobody knows which drug is for review.
    private static DataPoint Doubt(DataPoint point) => point.Program is null ? point with { Confidence = Math.Min(point.Confidence, Confidences.ForReview) } : point;

    private static int Order(ReadFiling filing, DataPoint point)
    {
        for (var i = 0; i < filing.Documents.Count; i++)
        {
            if (filing.Documents[i].Type == point.Document)
                return i;
        }

        return filing.Documents.Count;
    }

    // Rows of one table stand together.
    private static IEnumerable<IReadOnlyList<Sentence>> Tables(IReadOnlyList<Sentence> sentences)
    {
        var rows = new List<Sentence>();
        foreach (var sentence in sentences)
        {
            if (rows.Count > 0 && (sentence.Block.Kind != BlockKind.TableRow || sentence.Block.Table != rows[0].Block.Table || !ReferenceEquals(sentence.Document, rows[0].Document)))
            {
                yield return rows;
                rows = [];
            }

            if (sentence.Block.Kind == BlockKind.TableRow)
                rows.Add(sentence);
        }

        if (rows.Count > 0)
            yield return rows;
    }

    private static List<DataPoint> Read(Sentence sentence, DocumentScope scope)
    {
        var passage = new Passage(sentence, scope);
        if (passage.Quantities.Count > MostValues || (passage.Quantities.Count == 0 && passage.Anchors.Count == 0 && !Signs.MayNameEndpoint(sentence)))
            return [];
        var points = new List<DataPoint>();
        points.AddRange(PrimaryEndpointReader.Read(passage));
        if (!passage.Exclusions.IsNoResult && !passage.Exclusions.IsDesign)
            points.AddRange(Response.DurableResponses.Read(passage));
        var durable = passage.Quantities.Where(q => !passage.IsFree(q)).ToHashSet();
        foreach (var binding in Binder.Bind(passage).Where(b => !durable.Contains(b.Quantity)))
        {
            var read = binding.Anchor.Rule.Read(passage, binding).ToList();
            if (read.Count > 0)
                passage.Take(binding.Quantity);
            points.AddRange(read);
        }

        foreach (var anchor in passage.Anchors)
            points.AddRange(anchor.Rule.ReadUnbound(passage, anchor));
        points.AddRange(AdverseEventReader.Read(passage));
        points.AddRange(EnrollmentReader.Read(passage));
        points.AddRange(EndpointReader.Read(passage));
        return points;
    }

    // A result has a number or is one of the few findings that need none.
    private static bool MayHoldResult(Sentence sentence)
    {
        if (sentence.Text.Length < 8 || sentence.Block.Kind == BlockKind.TableRow)
            return false;
        return Signs.In(sentence) && !Sections.IsSilent(sentence);
    }
}
