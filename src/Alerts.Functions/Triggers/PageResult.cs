using System.Text;
using Alerts.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace Alerts.Functions.Triggers;

/// <summary>Answers requests with pages behind a person's link, under the headers that all of them have.</summary>
internal static class PageResult
{
    /// <summary>A page.</summary>
    public static ContentResult Page(this HttpRequest request, string html, int status = StatusCodes.Status200OK) => request.Page(WebAnswer.Private(html, status));

    /// <summary>What the library answers.</summary>
    public static ContentResult Page(this HttpRequest request, WebAnswer answer)
    {
        PageHeaders.SetPrivate(request.HttpContext.Response.Headers);
        return new ContentResult { Content = Encoding.UTF8.GetString(answer.Body.Span), ContentType = answer.ContentType, StatusCode = answer.Status };
    }
}
