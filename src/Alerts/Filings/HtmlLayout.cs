using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Alerts.Filings;

/// <summary>What an HTML document holds: its blocks, and the facts that an inline XBRL cover page tags.</summary>
/// <param name="Drafts">The blocks in order.</param>
/// <param name="CoverFacts">The facts.</param>
/// <param name="Images">Number of pictures.</param>
internal sealed record HtmlPage(List<Draft> Drafts, CoverFacts CoverFacts, int Images);

/// <summary>
/// Lays out HTML as a browser would cut it into blocks. The tree is walked with a stack of its own: how deep a
/// document nests is up to its author.
/// </summary>
internal sealed class HtmlLayout
{
    // Browsers stop at 512 too. Deeper elements become siblings; no text is lost.
    private const int DeepestNesting = 512;

    private static readonly HtmlParser Parser = new(new HtmlParserOptions
    {
        SkipComments = true,
        SkipScriptText = true,
        SkipProcessingInstructions = true,
        DisableElementPositionTracking = true,
        MaximumDepth = DeepestNesting,
        ShouldEmitAttribute = static (ref _, name) => name.Span is "style" or "align" or "colspan" or "rowspan" or "name",
    });

    private readonly Stack<Frame> _frames = new();
    private readonly Stack<HtmlFlow> _flows = new();
    private readonly Stack<HtmlFlow> _spare = new();
    private readonly Stack<HtmlTable> _tables = new();
    private readonly CoverFacts _facts = new();
    private HtmlFlow _flow = new();
    private int _images;
    private int _tableCount;

    private HtmlLayout()
    {
    }

    /// <summary>Lays out a document.</summary>
    public static HtmlPage Read(string html)
    {
        using var document = Parse(html);
        var layout = new HtmlLayout();
        if (document.DocumentElement is { } root)
            layout.Walk(root);
        return new HtmlPage(layout._flow.Finish(), layout._facts, layout._images);
    }

    /// <summary>The tree of a document.</summary>
    internal static AngleSharp.Html.Dom.IHtmlDocument Parse(string html) => Parser.ParseDocument(HtmlNesting.Limit(html));

    private void Walk(IElement root)
    {
        _frames.Push(new Frame(root, "html", default));
        while (_frames.Count > 0)
        {
            var frame = _frames.Peek();
            var children = frame.Node.ChildNodes;
            if (frame.Next < children.Length)
                Enter(children[frame.Next++], frame);
            else
                Leave(_frames.Pop());
        }
    }

    private void Enter(INode node, Frame parent)
    {
        if (node is IText text)
        {
            Text(text.Data, parent.Style);
            return;
        }

        if (node is not IElement element)
            return;

        var name = element.LocalName;
        switch (name)
        {
            case "head" or "title" or "script" or "style" or "ix:header" or "template" or "select" or "svg" or "noscript":
                if (name == "ix:header")
                    CollectFacts(element);
                return;
            case "br":
                _flow.LineBreak();
                return;
            case "img":
                _images++;
                return;
            case "hr":
                _flow.Flush();
                return;
        }

        var style = parent.Style.Inside(element, name);
        if (style.Hidden)
        {
            CollectFacts(element);
            return;
        }

        Open(element, name);
        _frames.Push(new Frame(element, name, style));
    }

    private void Text(string data, in HtmlStyle style)
    {
        if (!style.Preformatted)
        {
            _flow.Append(data, style);
            return;
        }

        _flow.Flush();
        _flow.Drafts.AddRange(TextLayout.Read(data));
    }

    private void Open(IElement element, string name)
    {
        switch (name)
        {
            case "table":
                _flow.Flush();
                _tables.Push(new HtmlTable());
                break;
            case "tr" when _tables.Count > 0:
                _tables.Peek().StartRow();
                break;
            case "td" or "th" when _tables.Count > 0:
                _flows.Push(_flow);
                _flow = _spare.Count > 0 ? _spare.Pop() : new HtmlFlow { IsCell = true };
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                _flow.Flush();
                _flow.HeadingLevel = name[1] - '0';
                break;
            case "ul" or "ol":
                _flow.Flush();
                _flow.ListDepth++;
                break;
            case "li":
                _flow.Flush();
                _flow.EntryPending = true;
                break;
            case "ix:nonnumeric":
                CollectFact(element, isHidden: false);
                break;
            default:
                if (IsBlock(name))
                    _flow.Flush();
                break;
        }
    }

    private void Leave(Frame frame)
    {
        switch (frame.Name)
        {
            case "table" when _tables.Count > 0:
                TableLayout.Emit(_tables.Pop().Finish(), _flow.Drafts, ++_tableCount);
                break;
            case "td" or "th" when _tables.Count > 0 && _flows.Count > 0:
                _tables.Peek().AddCell((IElement)frame.Node, _flow.Finish());
                _spare.Push(_flow);
                _flow = _flows.Pop();
                break;
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                _flow.Flush();
                _flow.HeadingLevel = 0;
                break;
            case "ul" or "ol":
                _flow.Flush();
                _flow.ListDepth = Math.Max(0, _flow.ListDepth - 1);
                break;
            default:
                if (IsBlock(frame.Name))
                    _flow.Flush();
                break;
        }
    }

    private static bool IsBlock(string name) => name switch
    {
        "p" or "div" or "center" or "blockquote" or "address" or "section" or "article" or "header" or "footer" or "main" or "aside"
            or "nav" or "dl" or "dd" or "dt" or "form" or "fieldset" or "figure" or "figcaption" or "li" or "body" or "pre" or "caption"
            or "xmp" or "listing" or "plaintext" or "page" => true,
        _ => false,
    };

    private void CollectFacts(IElement hidden)
    {
        foreach (var fact in hidden.GetElementsByTagName("ix:nonnumeric"))
            CollectFact(fact, isHidden: true);
    }

    private void CollectFact(IElement fact, bool isHidden)
    {
        if (fact.GetAttribute("name") is { } name && name.StartsWith("dei:", StringComparison.Ordinal))
            _facts.Add(name["dei:".Length..], Characters.Squeeze(fact.TextContent), isHidden);
    }

    private sealed class Frame(INode node, string name, HtmlStyle style)
    {
        public INode Node => node;

        public string Name => name;

        public HtmlStyle Style => style;

        public int Next { get; set; }
    }
}
