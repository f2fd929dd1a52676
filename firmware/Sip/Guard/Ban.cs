namespace Switchhook.Sip.Guard;

/// <summary>An address that is not heard.</summary>
/// <param name="Address">Which.</param>
/// <param name="Why">What it did, such as <c>10 wrong passwords</c>.</param>
/// <param name="Since">When it began, on the clock that the guard is given.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Times">The how-manieth of this address, from 1.</param>
public sealed record Ban(AddressKey Address, string Why, TimeSpan Since, TimeSpan Until, int Times);
