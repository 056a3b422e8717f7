using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace BTech.Testing;

/// <summary>What a browser would send for a form as it stands on the page.</summary>
internal static class FormFields
{
    public static List<KeyValuePair<string, string>> Of(IHtmlFormElement form, IElement? pressed)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (var element in form.Elements)
        {
            if (element.GetAttribute("name") is not { Length: > 0 } name || element.HasAttribute("disabled")) continue;
            switch (element)
            {
                case IHtmlInputElement { Type: "submit" or "button" or "image" or "reset" or "file" } or IHtmlButtonElement:
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                    break;
                case IHtmlInputElement input:
                    fields.Add(new(name, input.Value));
                    break;
                case IHtmlTextAreaElement area:
                    fields.Add(new(name, area.Value));
                    break;
                case IHtmlSelectElement select:
                    fields.AddRange(select.Options.Where(option => option.IsSelected && !option.IsDisabled).Select(option => new KeyValuePair<string, string>(name, option.Value)));
                    break;
                default:
                    break;
            }
        }
        if (pressed?.GetAttribute("name") is { Length: > 0 } pressedName) fields.Add(new(pressedName, pressed.GetAttribute("value") ?? ""));
        return fields;
    }
}
