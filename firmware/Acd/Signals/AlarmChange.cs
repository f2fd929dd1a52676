namespace Switchhook.Acd.Signals;

/// <summary>An alarm begins or ends.</summary>
/// <param name="Kind">What for.</param>
/// <param name="On">True when it begins.</param>
/// <param name="Words">One sentence.</param>
public sealed record AlarmChange(AlarmKind Kind, bool On, string Words);
