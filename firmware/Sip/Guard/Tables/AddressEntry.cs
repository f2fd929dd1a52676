using System.Runtime.CompilerServices;

namespace Switchhook.Sip.Guard.Tables;

/// <summary>What is known of one address that sends.</summary>
internal struct AddressEntry
{
    /// <summary>Which.</summary>
    public AddressKey Key;

    /// <summary>When it sent last, in ticks; 0: the place is free.</summary>
    public long Seen;

    /// <summary>Its bucket (<see cref="RateLimit"/>).</summary>
    public long Full;

    /// <summary>When its offences were counted last, in ticks.</summary>
    public long Counted;

    /// <summary>How many of each offence count now.</summary>
    public Levels Offences;

    /// <summary>One number for each <see cref="Offence"/>.</summary>
    [InlineArray(Length)]
    public struct Levels
    {
        /// <summary>Kinds of offences.</summary>
        public const int Length = 6;

        private float _first;
    }
}
