namespace Switchhook.Calls.Live;

/// <summary>A place at which a call is parked.</summary>
/// <param name="Place">Its number, from 1.</param>
/// <param name="Call">The call.</param>
/// <param name="Who">The party that waits there.</param>
/// <param name="By">The phone whose user parked it.</param>
/// <param name="Since">When, UTC.</param>
public sealed record ParkedPlace(int Place, CallId Call, Party Who, Party By, DateTimeOffset Since);
