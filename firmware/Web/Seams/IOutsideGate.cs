namespace Switchhook.Web.Seams;

/// <summary>Phones whose calls to the outside the guard against fraud has stopped. Any thread.</summary>
public interface IOutsideGate
{
    /// <summary>Those that are stopped now.</summary>
    Task<IReadOnlyList<StoppedPhone>> StoppedAsync();

    /// <summary>Lets a phone call out again; the journal is told.</summary>
    /// <param name="phone">Its number.</param>
    /// <param name="by">Who says so.</param>
    /// <returns>False: it was not stopped.</returns>
    Task<bool> ReleaseAsync(string phone, string by);
}

/// <summary>A phone that may not call outside now.</summary>
/// <param name="Phone">Its number.</param>
/// <param name="Until">Until when, UTC.</param>
/// <param name="Why">One sentence.</param>
public sealed record StoppedPhone(string Phone, DateTimeOffset Until, string Why);
