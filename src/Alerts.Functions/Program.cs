using Alerts.Functions;
using Alerts.Functions.Settings;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

var builder = FunctionsApplication.CreateBuilder(args);
var (settings, problems) = AppSettings.Read(builder.Configuration);
if (settings is null)
{
    foreach (var problem in problems)
        await Console.Error.WriteLineAsync(problem);
    return 1;
}

builder.ConfigureFunctionsWebApplication();
builder.UseMiddleware<Correlation>();
builder.Services.AddTelemetry().AddAlerts(settings);
await builder.Build().RunAsync();
return 0;
