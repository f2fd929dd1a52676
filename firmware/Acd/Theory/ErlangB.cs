namespace Switchhook.Acd.Theory;

/// <summary>Lines without a queue: a call that finds all of them busy is lost (A. K. Erlang, 1917).</summary>
public static class ErlangB
{
    /// <summary>Share of calls that find every line busy.</summary>
    /// <param name="erlangs">Offered traffic, at most 1000.</param>
    /// <param name="lines">Lines, 0 to 10 000.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of bounds.</exception>
    public static double Blocking(double erlangs, int lines)
    {
        TheoryBounds.Erlangs(erlangs);
        TheoryBounds.Servers(lines, 0);
        var blocking = 1.0;
        for (var n = 1; n <= lines; n++)
        {
            blocking = WithOneMore(blocking, erlangs, n);
        }

        return blocking;
    }

    /// <summary>Fewest lines that lose no more than a share of the calls.</summary>
    /// <param name="erlangs">Offered traffic, at most 1000.</param>
    /// <param name="mostBlocking">The share that may be lost, such as 0.01.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of bounds.</exception>
    public static int LinesFor(double erlangs, double mostBlocking)
    {
        TheoryBounds.Erlangs(erlangs);
        TheoryBounds.Share(mostBlocking);
        var (lines, blocking) = (0, 1.0);
        while (blocking > mostBlocking)
        {
            lines++;
            blocking = WithOneMore(blocking, erlangs, lines);
        }

        return lines;
    }

    // The recurrence never leaves 0 to 1, so that no load is too big for it, as factorials would be.
    private static double WithOneMore(double blocking, double erlangs, int lines) =>
        erlangs * blocking / (lines + (erlangs * blocking));
}
