namespace Switchhook.Site.Switching;

/// <summary>What a switch makes of what.</summary>
public enum SwitchWay
{
    /// <summary>A hunt group becomes a queue.</summary>
    ToQueue,

    /// <summary>A queue becomes a hunt group again.</summary>
    ToGroup,
}
