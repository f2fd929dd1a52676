namespace Switchhook.Hardware.Panel;

/// <summary>What a button of the box can do.</summary>
public enum ButtonAction
{
    /// <summary>Switches to the night ways of the lines, or back.</summary>
    Night,

    /// <summary>Lets the keys of the partner who looks after the box in for some hours, or no longer.</summary>
    PartnerAccess,

    /// <summary>Starts the box anew.</summary>
    Restart,

    /// <summary>Starts the box anew without its accounts and keys: a claim code makes the first account again.</summary>
    ForgetAccess,
}
