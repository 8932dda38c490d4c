using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Alerts.Records;

namespace Alerts.History;

/// <summary>
/// Draws the windows of milestones as they were guided over time: the day of the statement across, the guided window
/// as a bar upwards, what was achieved as a diamond. What keeps its date runs level; what slips climbs; and nothing
/// can be achieved below the line on which the day guided is the day itself.
/// </summary>
public static class SlipChart
{
    private const int Width = 1020;
    private const int Height = 560;
    private const int Left = 70;
    private const int Top = 40;
    private const int Bottom = 50;
    private const int Legend = 330;
    private const int BarWidth = 8;

    private static readonly CultureInfo Culture = CultureInfo.InvariantCulture;

    // Colours that stay apart for most kinds of colour blindness (Okabe and Ito, 2008).
    private static readonly string[] Colours = ["#0072B2", "#D55E00", "#009E73", "#CC79A7", "#E69F00", "#56B4E9", "#000000"];

    /// <summary>The chart as an SVG document.</summary>
    /// <param name="timeline">The timeline; only milestones with a window are drawn.</param>
    /// <param name="title">The heading.</param>
    public static string Svg(Timeline timeline, string title)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(title);
        var lines = Drawn(timeline);
        var svg = new StringBuilder();
        svg.Append(Culture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width} {Height}\" font-family=\"sans-serif\" font-size=\"12\" role=\"img\">\n");
        svg.Append(Culture, $"<title>{Text(title)}</title>\n<rect width=\"{Width}\" height=\"{Height}\" fill=\"#fff\"/>\n<text x=\"{Left}\" y=\"22\" font-size=\"16\">{Text(title)}</text>\n");
        if (lines.Count == 0)
            return svg.Append(Culture, $"<text x=\"{Left}\" y=\"60\">No milestone with a date.</text>\n</svg>\n").ToString();

        var scale = Scale.Of(lines.SelectMany(line => line.Points), Width - Legend);
        Grid(svg, scale);
        // Where all is of one program, the title names it.
        var program = lines.Select(line => line.Line.Program).Distinct().ToList() is [{ } only] ? only + " " : null;
        for (var i = 0; i < lines.Count; i++)
        {
            var line = program is null ? lines[i].Line : Without(lines[i].Line, program);
            Draw(svg, scale, line, lines[i].Points, i);
            Label(svg, line, i);
        }

        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>
    /// The chart alone, for a page that has its own heading, legend and style: the lines are of classes s0, s1 … in their order, the grid
    /// and the line of the days themselves are of class grid and today.
    /// </summary>
    /// <param name="timeline">The timeline; milestones with a window, at least one.</param>
    /// <param name="title">What it shows, for who cannot see it.</param>
    public static string Inline(Timeline timeline, string title)
    {
        ArgumentNullException.ThrowIfNull(timeline);
        ArgumentNullException.ThrowIfNull(title);
        var lines = Drawn(timeline);
        var svg = new StringBuilder().Append(Culture, $"<svg viewBox=\"0 {Top - 10} {Width} {Height - Top + 10}\" font-size=\"13\" role=\"img\" aria-label=\"{Text(title)}\">\n");
        var scale = Scale.Of(lines.SelectMany(line => line.Points), Width - 20);
        Grid(svg, scale);
        // What was said of several milestones on one day stands side by side.
        var said = new Dictionary<DateOnly, int>();
        for (var i = 0; i < lines.Count; i++)
        {
            Draw(svg, scale, lines[i].Line, [.. lines[i].Points.Select(point => point with { Aside = BarWidth * said.GetValueOrDefault(point.Said) })], i);
            foreach (var day in lines[i].Points.Select(point => point.Said).Distinct())
                said[day] = said.GetValueOrDefault(day) + 1;
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static List<(TimelineLine Line, List<Point> Points)> Drawn(Timeline timeline) => [.. timeline.Lines
        .Where(line => line.Kind == ChangeKind.Milestone)
        .Select(line => (Line: line, Points: Points(line)))
        .Where(line => line.Points.Count > 0)];

    private static List<Point> Points(TimelineLine line) => [.. line.Entries
        .Where(entry => entry.Statement is Milestone { Status: not MilestoneStatus.Withdrawn } milestone && !Window.Of(milestone).IsUndated)
        .Select(entry => new Point(DateOnly.FromDateTime(entry.At.UtcDateTime), Window.Of((Milestone)entry.Statement!), ((Milestone)entry.Statement!).Status == MilestoneStatus.Achieved, entry))];

    private static void Grid(StringBuilder svg, Scale scale)
    {
        for (var year = scale.First.Year; year <= scale.Last.Year + 1; year++)
        {
            var day = new DateOnly(year, 1, 1);
            if (day >= scale.FirstSaid && day <= scale.LastSaid)
                svg.Append(Culture, $"<line class=\"grid\" x1=\"{scale.X(day):0.#}\" y1=\"{Top}\" x2=\"{scale.X(day):0.#}\" y2=\"{Height - Bottom}\" stroke=\"#ddd\"/><text x=\"{scale.X(day):0.#}\" y=\"{Height - Bottom + 16}\" text-anchor=\"middle\">{year}</text>\n");
            if (day >= scale.First && day <= scale.Last)
                svg.Append(Culture, $"<line class=\"grid\" x1=\"{Left}\" y1=\"{scale.Y(day):0.#}\" x2=\"{scale.Right}\" y2=\"{scale.Y(day):0.#}\" stroke=\"#ddd\"/><text x=\"{Left - 6}\" y=\"{scale.Y(day) + 4:0.#}\" text-anchor=\"end\">{year}</text>\n");
        }

        var (from, to) = (Max(scale.First, scale.FirstSaid), Min(scale.Last, scale.LastSaid));
        if (from < to)
            svg.Append(Culture, $"<line class=\"today\" x1=\"{scale.X(from):0.#}\" y1=\"{scale.Y(from):0.#}\" x2=\"{scale.X(to):0.#}\" y2=\"{scale.Y(to):0.#}\" stroke=\"#999\" stroke-dasharray=\"4 3\"/>\n");
        svg.Append(Culture, $"<text x=\"{(Left + scale.Right) / 2}\" y=\"{Height - 12}\" text-anchor=\"middle\">day of the statement</text><text transform=\"translate(16 {(Top + Height - Bottom) / 2}) rotate(-90)\" text-anchor=\"middle\">window as guided</text>\n");
    }

    private static void Draw(StringBuilder svg, Scale scale, TimelineLine line, List<Point> points, int index)
    {
        var colour = Colours[index % Colours.Length];
        svg.Append(Culture, $"<g class=\"s{index}\" stroke=\"{colour}\" fill=\"{colour}\">\n<polyline fill=\"none\" stroke-width=\"1\" points=\"{string.Join(' ', points.Select(point => string.Create(Culture, $"{scale.X(point.Said) + point.Aside:0.#},{scale.Y(point.Middle):0.#}")))}\"/>\n");
        foreach (var point in points)
        {
            var (x, label) = (scale.X(point.Said) + point.Aside, Text($"{line.Subject}: {point.Entry.Says} ({RecordCode.Of(point.Entry.Word)}, {WindowText.Day(point.Said)})"));
            if (point.IsAchieved)
                svg.Append(Culture, $"<path d=\"M{x:0.#} {scale.Y(point.To) - 7:0.#} l7 7 l-7 7 l-7 -7 z\"><title>{label}</title></path>\n");
            else
                svg.Append(Culture, $"<rect x=\"{x - 3:0.#}\" y=\"{scale.Y(point.To):0.#}\" width=\"6\" height=\"{Math.Max(2, scale.Y(point.From) - scale.Y(point.To)):0.#}\" fill-opacity=\"0.6\"><title>{label}</title></rect>\n");
        }

        svg.Append("</g>\n");
    }

    private static void Label(StringBuilder svg, TimelineLine line, int index)
    {
        var y = Top + 10 + (index * 18);
        var end = line.End == TimelineEnd.Open ? "" : $" – {RecordCode.Of(line.End)}";
        svg.Append(Culture, $"<rect x=\"{Width - Legend + 16}\" y=\"{y - 9}\" width=\"10\" height=\"10\" fill=\"{Colours[index % Colours.Length]}\"/><text x=\"{Width - Legend + 32}\" y=\"{y}\">{Text(Cut(line.Subject, 44 - end.Length) + end)}</text>\n");
    }

    private static TimelineLine Without(TimelineLine line, string program) =>
        line.Subject.StartsWith(program, StringComparison.Ordinal) ? line with { Subject = line.Subject[program.Length..] } : line;

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);

    private static DateOnly Min(DateOnly a, DateOnly b) => a < b ? a : b;

    private static DateOnly Max(DateOnly a, DateOnly b) => a > b ? a : b;

    private sealed record Point(DateOnly Said, Window Window, bool IsAchieved, TimelineEntry Entry)
    {
        /// <summary>How far beside its day it is drawn.</summary>
        public int Aside { get; init; }

        public DateOnly From => Window.From ?? Window.To!.Value;

        public DateOnly To => Window.To ?? Window.From!.Value;

        public DateOnly Middle => DateOnly.FromDayNumber((From.DayNumber + To.DayNumber) / 2);
    }

    private sealed record Scale(DateOnly FirstSaid, DateOnly LastSaid, DateOnly First, DateOnly Last, int Right)
    {
        private const int MarginDays = 30;

        public static Scale Of(IEnumerable<Point> points, int right)
        {
            var all = points.ToList();
            return new Scale(
                all.Min(point => point.Said).AddDays(-MarginDays),
                all.Max(point => point.Said).AddDays(MarginDays),
                all.Min(point => point.From).AddDays(-MarginDays),
                all.Max(point => point.To).AddDays(MarginDays),
                right);
        }

        public double X(DateOnly day) => Left + ((double)(Right - Left) * (day.DayNumber - FirstSaid.DayNumber) / (LastSaid.DayNumber - FirstSaid.DayNumber));

        public double Y(DateOnly day) => Height - Bottom - ((double)(Height - Bottom - Top) * (day.DayNumber - First.DayNumber) / (Last.DayNumber - First.DayNumber));
    }
}
