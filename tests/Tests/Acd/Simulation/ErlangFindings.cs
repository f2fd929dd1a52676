using System.Globalization;

namespace Switchhook.Tests.Acd.Simulation;

/// <summary>Collects what is off in all rows of a table, so that one run tells all of it.</summary>
internal sealed class ErlangFindings
{
    private readonly List<string> _findings = [];

    public void Near(object what, string figure, double expected, double actual, double tolerance)
    {
        if (!(Math.Abs(actual - expected) <= tolerance))
        {
            _findings.Add(string.Create(
                CultureInfo.InvariantCulture, $"{what}: {figure} is {actual:0.#####}, not {expected:0.#####} ± {tolerance:0.#####}"));
        }
    }

    public void AssertNone() => Assert.True(_findings.Count == 0, string.Join('\n', _findings));
}
