namespace Switchhook.Appliance.Commands;

/// <summary>The demo site that comes with the firmware.</summary>
internal static class DemoSite
{
    /// <summary>Path of its file, beside the assembly.</summary>
    public static string Path() => System.IO.Path.Combine(AppContext.BaseDirectory, "sites", "demo", "site.yaml");
}
