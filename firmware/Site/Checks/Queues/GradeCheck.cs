using Switchhook.Hardware.Countries;
using Switchhook.Hardware.Yaml;
using Switchhook.Site.Drafts;

namespace Switchhook.Site.Checks.Queues;

/// <summary>Checks the numbers of the grades: each caller has one grade at most.</summary>
internal static class GradeCheck
{
    /// <summary>Notes what is wrong.</summary>
    public static void Run(SiteDraft draft, Country? country, MistakeLog log)
    {
        var seen = new Dictionary<string, Place>(StringComparer.Ordinal);
        foreach (var grade in draft.Grades)
        {
            if (grade.Numbers is { Count: 0 })
            {
                log.Error(grade.Name.At, $"Grade {grade.Name.Value} has no numbers.", "Write at least one, or remove the grade.");
            }

            foreach (var number in grade.Numbers ?? [])
            {
                Check(number, seen, country, log);
            }
        }
    }

    private static void Check(Located<string> number, Dictionary<string, Place> seen, Country? country, MistakeLog log)
    {
        if (PhoneNumber.Normalize(number.Value) is not { } normal)
        {
            NumberCheck.NoteWrong(number, country, log);
        }
        else if (!seen.TryAdd(normal, number.At))
        {
            log.Error(number.At, $"{normal} has a grade already (line {seen[normal].Line}).", "Remove one of the two.");
        }
    }
}
