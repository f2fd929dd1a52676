namespace Switchhook.Sip.Guard.Tables;

/// <summary>
/// Entries of addresses in a fixed amount of memory: an address has eight places, and a new one takes that of the one which was silent
/// longest. Nobody waits for a look-up long: there is a lock for each small part of it.
/// </summary>
internal sealed class AddressTable
{
    private const int Ways = 8;
    private const int Locks = 64;

    private readonly AddressEntry[] _entries;
    private readonly Lock[] _gates = new Lock[Locks];
    private readonly int _mask;

    /// <summary>Takes the memory.</summary>
    /// <param name="addresses">How many; a power of two is made of it.</param>
    public AddressTable(int addresses)
    {
        var sets = (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)Math.Max(addresses / Ways, 1));
        _entries = new AddressEntry[sets * Ways];
        _mask = sets - 1;
        for (var i = 0; i < Locks; i++)
        {
            _gates[i] = new Lock();
        }
    }

    /// <summary>Where an address may stand.</summary>
    public int SetOf(AddressKey key) => key.GetHashCode() & _mask;

    /// <summary>The lock to hold from before an entry is found until after it was used.</summary>
    public Lock GateOf(int set) => _gates[set % Locks];

    /// <summary>The entry of an address, made if it is new.</summary>
    public ref AddressEntry Find_NeedsLock(int set, AddressKey key, long now)
    {
        var places = _entries.AsSpan(set * Ways, Ways);
        var seen = Math.Max(now, 1);
        var oldest = 0;
        for (var i = 0; i < places.Length; i++)
        {
            if (places[i].Seen != 0 && places[i].Key == key)
            {
                places[i].Seen = seen;
                return ref places[i];
            }

            oldest = places[i].Seen < places[oldest].Seen ? i : oldest;
        }

        places[oldest] = new AddressEntry { Key = key, Seen = seen, Counted = now };
        return ref places[oldest];
    }
}
