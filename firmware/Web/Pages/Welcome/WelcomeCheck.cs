using Switchhook.Hardware.Yaml;
using Switchhook.Site.Starting;
using Switchhook.Web.Hosting;
using Switchhook.Web.Language;
using Switchhook.Web.Seams;

namespace Switchhook.Web.Pages.Welcome;

/// <summary>The site file that the answers make, and what is wrong with it, told at the field that is to blame.</summary>
internal sealed class WelcomeCheck
{
    private static readonly string[] Texts = ["greeting", "closed", "nobody"];

    private readonly Dictionary<string, string> _atFields = new(StringComparer.Ordinal);

    private WelcomeCheck()
    {
    }

    /// <summary>The text; null while it cannot be written.</summary>
    public string? Text { get; private set; }

    /// <summary>What the check of the site found in it; null without a text.</summary>
    public SiteFindings? Findings { get; private set; }

    /// <summary>What is wrong and what to do, by the names of the fields.</summary>
    public IReadOnlyDictionary<string, string> AtFields => _atFields;

    /// <summary>Why the text could not be written; null when it was.</summary>
    public string? Trouble { get; private set; }

    /// <summary>True when it can be applied.</summary>
    public bool IsGood => Findings?.Model is not null && _atFields.Count == 0;

    /// <summary>Looks at answers.</summary>
    public static WelcomeCheck Of(WelcomeAnswers answers, WebBackend backend, Stores stores, Words Say)
    {
        var check = new WelcomeCheck();
        check.LookAtFields(answers, Say);
        if (check._atFields.Count > 0 || stores.Versions.Latest() is not { } current)
        {
            return check;
        }

        var start = answers.Start();
        var written = answers.IsFresh ? SiteStarter.Write(start) : SiteStarter.Write(current.Yaml, answers.Site, start);
        (check.Text, check.Trouble) = (written.Text, written.Trouble);
        if (written.Text is { } text)
        {
            check.Findings = backend.Site.Check(text);
            foreach (var mistake in check.Findings.Mistakes.Where(mistake => mistake.Severity == Severity.Error))
            {
                if (answers.FieldOf(YamlPaths.At(text, mistake.Line, mistake.Column)) is { } field)
                {
                    check.Note(field, $"{mistake.What} {mistake.Cure}");
                }
            }
        }

        return check;
    }

    private void Note(string field, string words) => _atFields.TryAdd(field, words);

    // What must be right before a text can be written at all; the rest is found by the check of the site, as everywhere.
    private void LookAtFields(WelcomeAnswers answers, Words Say)
    {
        if (answers["name"].Length == 0)
        {
            Note("name", Say["Write the name of the house or the company."]);
        }

        if (answers.IsFresh && !answers.LinePorts.Any(port => answers.Has($"line/{port}/on")))
        {
            Note("lines", Say["Use one line at least. A provider on the Internet is added later, on the page Site file."]);
        }

        var used = answers.UsedPhones.ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in used)
        {
            var number = answers[$"phone/{key}/number"];
            if (number.Length == 0 || !number.All(char.IsAsciiDigit))
            {
                Note($"phone/{key}/number", Say["Write 2 to 6 digits, such as 101."]);
            }
            else if (!seen.Add(number))
            {
                Note($"phone/{key}/number", Say["Another phone has this number. Give each its own."]);
            }
        }

        if (!answers.IsFresh)
        {
            foreach (var key in answers.PhoneKeys.Where(key => answers.IsFixed($"phone/{key}/number") && !used.Contains(key)))
            {
                Note($"phone/{key}/name", Say["Write a name. A phone is taken out on the page Phones."]);
            }

            return;
        }

        if (used.Count == 0)
        {
            Note("phones", Say["Name one phone at least."]);
        }
        else if (!used.Exists(key => answers.Has($"answers/{key}")))
        {
            Note("answers", Say["Choose one phone at least."]);
        }

        foreach (var text in Texts.Where(text => answers[text].Length == 0))
        {
            Note(text, Say["Write what callers hear."]);
        }
    }
}
