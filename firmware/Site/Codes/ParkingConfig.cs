namespace Switchhook.Site.Codes;

/// <summary>How calls are parked.</summary>
/// <param name="Places">How many at a time, 1 to <see cref="MostPlaces"/>; the places have the numbers from 1.</param>
/// <param name="ReturnAfter">How long a call is parked before it rings back who parked it.</param>
public sealed record ParkingConfig(int Places, TimeSpan ReturnAfter)
{
    /// <summary>Most places: their numbers have one digit.</summary>
    public const int MostPlaces = 9;

    /// <summary>The shortest time before a call rings back.</summary>
    public static readonly TimeSpan ShortestReturn = TimeSpan.FromSeconds(10);

    /// <summary>The longest.</summary>
    public static readonly TimeSpan LongestReturn = TimeSpan.FromHours(1);

    /// <summary>What holds where the site file says nothing.</summary>
    public static ParkingConfig Default { get; } = new(MostPlaces, TimeSpan.FromMinutes(2));
}
