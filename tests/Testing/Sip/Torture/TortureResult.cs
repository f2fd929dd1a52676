namespace Switchhook.Testing.Sip.Torture;

/// <summary>A message that was sent, and how it was taken.</summary>
/// <param name="Case">The message.</param>
/// <param name="Transport">UDP or TCP.</param>
/// <param name="Answer">What came back.</param>
/// <param name="Fault">What is wrong with that; null if it is right.</param>
public sealed record TortureResult(TortureCase Case, string Transport, TortureAnswer Answer, string? Fault)
{
    /// <summary>All results as a table, with the sum in the last line.</summary>
    public static string Table(IReadOnlyList<TortureResult> results) => string.Join('\n',
    [
        .. results.Select(one =>
            $"{one.Transport,-4} {one.Case.Section,-9} {one.Case.Name,-11} {(one.Fault is null ? "right" : "wrong"),-6} "
            + $"{one.Answer,-12}  {one.Fault ?? one.Case.Title}"),
        $"{results.Count(one => one.Fault is null)} of {results.Count} are right.",
    ]);
}
