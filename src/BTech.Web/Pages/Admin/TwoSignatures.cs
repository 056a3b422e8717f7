using BTech.Agenda;
using BTech.Team.TwoPersons;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace BTech.Web.Pages.Admin;

/// <summary>Reads both signatures of a form and says beside the field why one does not count.</summary>
internal static class TwoSignatures
{
    /// <summary>Both who signed; nothing when one signature does not count, or anything else on the form was refused before.</summary>
    /// <param name="form">The form.</param>
    /// <param name="me">Whoever is signed in.</param>
    /// <param name="first">Judges the first signature.</param>
    /// <param name="second">Judges the second; not asked before the first counts.</param>
    /// <param name="state">Where the reasons go.</param>
    /// <param name="words">The words of the signatures.</param>
    public static async Task<(StaffId First, StaffId Second)?> ReadAsync(
        ISignedByTwo form, StaffId me, Func<Task<SecondPersonAnswer>> first, Func<Task<SecondPersonAnswer>> second, ModelStateDictionary state, IStringLocalizer<Words.Admin> words)
    {
        if (string.IsNullOrEmpty(form.Password)) state.AddModelError(nameof(form.Password), words["Two.PasswordMissing"]);
        if (string.IsNullOrWhiteSpace(form.SecondEmail)) state.AddModelError(nameof(form.SecondEmail), words["Two.SecondEmailMissing"]);
        if (string.IsNullOrEmpty(form.SecondPassword)) state.AddModelError(nameof(form.SecondPassword), words["Two.SecondPasswordMissing"]);
        if (!state.IsValid) return null;
        var verdict = (await first()).Verdict;
        if (verdict != SecondPersonVerdict.Confirmed)
        {
            state.AddModelError(verdict == SecondPersonVerdict.CodeNeeded ? nameof(form.Code) : nameof(form.Password), words[$"Two.First.{verdict}"]);
            return null;
        }
        var answer = await second();
        if (answer.Verdict == SecondPersonVerdict.Confirmed) return (me, answer.Staff);
        state.AddModelError(
            answer.Verdict == SecondPersonVerdict.CodeNeeded ? nameof(form.SecondCode) : nameof(form.SecondEmail),
            answer.Verdict == SecondPersonVerdict.WrongRole ? form.SecondWrongRole : words[$"Two.Second.{answer.Verdict}"]);
        return null;
    }
}
