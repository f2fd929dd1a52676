namespace Switchhook.Site.Outbound;

/// <summary>What kind of number somebody calls; decides what the call may cost.</summary>
public enum NumberClass
{
    /// <summary>A fixed line, or one that may be fixed or mobile by its number; also numbers within an area.</summary>
    National,

    /// <summary>A mobile phone or a pager.</summary>
    Mobile,

    /// <summary>Free for who calls.</summary>
    TollFree,

    /// <summary>The cost is shared between both sides.</summary>
    SharedCost,

    /// <summary>Numbers that charge who calls for a service.</summary>
    Premium,

    /// <summary>Another country or territory, or a way there; satellites too.</summary>
    International,

    /// <summary>A short number of the country that charges no more than a call: directory, helpline.</summary>
    Service,

    /// <summary>The tables do not know it: a new range, a code that selects a carrier, a slip.</summary>
    Unknown,
}
