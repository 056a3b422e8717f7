using BTech.Agenda;
using BTech.Agenda.Windows;
using BTech.Documents.Exports;
using BTech.Languages;
using BTech.Record.Coding;
using BTech.Record.Exports;
using BTech.Record.Inputs;
using BTech.Team.Audit;
using BTech.Web.Words;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Moderate;

/// <summary>Makes a file of the coded inputs of a sealed window, for the page and the command line, once two persons have signed.</summary>
public sealed class ExportFiles(
    ExportRegister register, ExportReading reading, AuditTrail audit, LocalTime time, IStringLocalizer<Words.Exports> words, IStringLocalizer<Words.Moderate> terms)
{
    /// <summary>Enters an export into the audit, under both names, and into the register. Nothing has been read yet.</summary>
    public async Task<BegunExport> BeginAsync(CommentWindow window, ExportOrder order, StaffId first, StaffId second, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(order);
        var subject = $"{window.Consultation.Slug}/{window.Number}";
        await audit.AddAsync(first, $"inputs exported as {order.Format}, first person", subject, cancel);
        await audit.AddAsync(second, $"inputs exported as {order.Format}, second person", subject, cancel);
        return await register.BeginAsync(order, first, second, cancel);
    }

    /// <summary>Writes the file as the texts are read.</summary>
    public async Task WriteAsync(CommentWindow window, BegunExport begun, Language language, Stream stream, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(begun);
        await ExportFormat.Find(begun.Export.Format)!.WriteAsync(Sheet(window, begun, language), reading.ReadAsync(begun, cancel), stream, cancel);
    }

    /// <summary>What the file is called.</summary>
    public static string FileName(CommentWindow window, ExportFormat format)
    {
        ArgumentNullException.ThrowIfNull(window);
        ArgumentNullException.ThrowIfNull(format);
        return $"{window.Consultation.Slug}-round-{window.Number}-inputs.{format.Extension}";
    }

    private ExportSheet Sheet(CommentWindow window, BegunExport begun, Language language)
    {
        var export = begun.Export;
        return new ExportSheet(
            window.FullTitleIn(language), $"{words["File.Rule", time.WriteDay(export.DeleteBy)]} {words["File.Book", begun.BookVersion]}", language, export.DeleteBy,
            new ExportColumns(
                words["File.Reference"], words["File.FocusArea"], words["File.Paragraph"], words["File.Kind"], words["File.Permission"],
                export.NamesGroups ? words["File.Group"].Value : null, export.NamesLanguages ? words["File.Language"].Value : null,
                words["File.Text"], words["File.Translation"], words["File.Themes"], words["File.Passages"], begun.HasImports ? words["File.Source"].Value : null),
            new ExportWords(
                Once((InputKind kind) => terms[$"Kind.{kind}"].Value), Once((QuotingPermission permission) => terms[$"Permission.{permission}"].Value), Once((Stance stance) => terms[$"Stance.{stance}"].Value),
                Once((string label) => GroupNames.Of(window, label, language)), code => code is null ? words["File.OtherLanguage"] : Language.Find(code)?.NativeName ?? code, words["File.InTranslation"], words["File.Team"]),
            begun.Themes);
    }

    // A file may ask for the same few words a hundred thousand times.
    private static Func<TKey, string> Once<TKey>(Func<TKey, string> word)
        where TKey : notnull
    {
        var known = new Dictionary<TKey, string>();
        return key => known.TryGetValue(key, out var said) ? said : known[key] = word(key);
    }
}
