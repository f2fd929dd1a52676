namespace Switchhook.Web.Provisioning.Vendors;

/// <summary>What a file is for.</summary>
internal enum FileKind
{
    /// <summary>The settings.</summary>
    Settings,

    /// <summary>A list of files in which the settings are.</summary>
    Index,
}
