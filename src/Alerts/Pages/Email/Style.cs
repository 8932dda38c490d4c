namespace Alerts.Pages.Email;

/// <summary>The look of e-mails, as the style of each element: what mail programs keep.</summary>
internal static class Style
{
    private const string Font = "font-family:-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif;";
    private const string Ink = "color:#1c2127;";
    private const string Soft = "color:#5a6470;";
    private const string Small = "font-size:13px;line-height:1.45;";

    public const string Page = "margin:0;padding:0;background:#f3f4f6;" + Font + Ink;
    public const string Preview = "display:none;max-height:0;overflow:hidden;mso-hide:all;";
    public const string Column = "max-width:640px;margin:0 auto;padding:20px 12px;";
    public const string Headline = "margin:0 0 8px;font-size:20px;line-height:1.3;font-weight:700;overflow-wrap:anywhere;" + Ink;
    public const string Filing = "margin:0 0 6px;" + Small + Soft;
    public const string Overview = "margin:12px 0 0;padding-left:18px;font-size:14px;line-height:1.5;overflow-wrap:anywhere;" + Ink;
    public const string Company = "margin:28px 0 6px;font-size:18px;line-height:1.3;font-weight:700;overflow-wrap:anywhere;" + Ink;
    public const string NextFiling = "margin:16px 0 6px;" + Small + Soft;
    public const string Card = "margin:14px 0 0;padding:14px 16px;background:#ffffff;border:1px solid #dfe3e8;border-radius:8px;";
    public const string Title = "margin:0 0 6px;font-size:16px;line-height:1.35;font-weight:600;overflow-wrap:anywhere;" + Ink;
    public const string Movement = "margin:0 0 6px;font-size:16px;line-height:1.4;" + Ink;
    public const string Before = Soft;
    public const string Line = "margin:0 0 6px;" + Small + Soft;
    public const string Size = "display:inline-block;padding:1px 8px;border-radius:10px;background:#fdf3d8;color:#6b4e00;" + Small;
    public const string Quote = "margin:8px 0;padding:8px 12px;border-left:3px solid #3b6fd4;background:#f5f8fe;color:#333b45;font-size:14px;line-height:1.5;overflow-wrap:anywhere;";
    public const string Where = "margin:0;font-size:12px;line-height:1.45;" + Soft;
    public const string Notes = "margin:0;padding-left:18px;" + Small + Soft;
    public const string Foot = "margin:18px 4px 0;font-size:12px;line-height:1.5;" + Soft;
    public const string Link = "color:#1a56c4;text-decoration:underline;";
}
