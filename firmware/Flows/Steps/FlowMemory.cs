using Switchhook.Calls;
using Switchhook.Site;
using Switchhook.Site.Queues;

namespace Switchhook.Flows.Steps;

/// <summary>What a flow knows of the caller on its way.</summary>
/// <param name="site">The version of the site that the call began with.</param>
/// <param name="identity">Who calls.</param>
internal sealed class FlowMemory(SiteInForce site, CallerIdentity identity)
{
    /// <summary>Most values of a call.</summary>
    private const int MostValues = 100;

    /// <summary>The names among the values of what every call has.</summary>
    private const string CallerWord = "caller";
    private const string LanguageWord = "language";

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The version of the site.</summary>
    public SiteInForce Site => site;

    /// <summary>Who calls.</summary>
    public CallerIdentity Identity => identity;

    /// <summary>What he hears.</summary>
    public string Language { get; set; } = site.Model.Language;

    /// <summary>He counts in queues as if he had come so much earlier.</summary>
    public TimeSpan HeadStart { get; set; }

    /// <summary>Skills that he needs, beside those of queue and step.</summary>
    public ValueList<string> Skills { get; set; } = [];

    /// <summary>The agent whom he wants; null for any.</summary>
    public string? Agent { get; set; }

    /// <summary>His grade as a flow has set it; null for the one that his number has.</summary>
    public string? SetGrade { get; set; }

    /// <summary>His number; null when it is withheld or not known.</summary>
    public string? Number => identity is { Withheld: false, Number: { } number } ? number : null;

    /// <summary>His grade; null without one.</summary>
    public GradeConfig? Grade => SetGrade is { } set
        ? site.Model.Grades.GetValueOrDefault(set)
        : site.Model.Grades.Values.FirstOrDefault(grade => Number is { } told && grade.Numbers.Any(one => PhoneNumber.AreSame(one, told)));

    /// <summary>A value; null without one.</summary>
    public string? Value(string name) => _values.GetValueOrDefault(name);

    /// <summary>A value, also those that every call has: the number of its caller and his language.</summary>
    public string? AnyValue(string name) => name switch
    {
        CallerWord => Number,
        LanguageWord => Language,
        _ => Value(name),
    };

    /// <summary>Keeps a value. Beyond the bound, which no checked site reaches, it is forgotten.</summary>
    public void Keep(string name, string value)
    {
        if (_values.Count < MostValues || _values.ContainsKey(name))
        {
            _values[name] = value;
        }
    }
}
