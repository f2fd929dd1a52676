namespace Switchhook.Testing.Sip.Network;

/// <summary>What happened to the packets of one direction.</summary>
/// <param name="Came">Packets that came.</param>
/// <param name="Lost">Of them, those that were thrown away.</param>
/// <param name="Duplicated">Of them, those that were sent on twice.</param>
/// <param name="Reordered">Of them, those that were held back so that others overtake them.</param>
public sealed record LinkCounts(int Came, int Lost, int Duplicated, int Reordered);
