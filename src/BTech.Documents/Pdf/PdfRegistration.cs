using Microsoft.Extensions.DependencyInjection;

namespace BTech.Documents.Pdf;

/// <summary>Registers what makes PDF files.</summary>
public static class PdfRegistration
{
    /// <summary>The engines and their shelf, one of each; needs a <see cref="TimeProvider"/> for what the shelf remembers.</summary>
    public static IServiceCollection AddPdf(this IServiceCollection services) => services
        .AddSingleton(new PdfLimits())
        // How long a process of the machine runs is the machine's own time, whatever the product's clock says.
        .AddSingleton<PdfPress>(made => new PdfPress(TimeProvider.System, made.GetRequiredService<PdfLimits>()))
        .AddSingleton<WordPress>(made => new WordPress(TimeProvider.System, made.GetRequiredService<PdfLimits>()))
        .AddSingleton<PdfEngines>()
        .AddSingleton<PdfShelf>(made => new PdfShelf(made.GetRequiredService<PdfEngines>(), made.GetRequiredService<TimeProvider>()))
        .AddSingleton<PdfTrial>();
}
