namespace Switchhook.Appliance.Network;

/// <summary>What the network needs of the rest of the box.</summary>
/// <param name="Time">The clock.</param>
/// <param name="Random">Chooses ports and numbers.</param>
/// <param name="Post">Runs something on the control loop.</param>
/// <param name="Certificates">Folder of the box's own certificates.</param>
/// <param name="SiteFolder">What relative paths of the site file begin at.</param>
/// <param name="Told">Is told in words what a person should know.</param>
/// <param name="OnFault">Is told of a fault of the RTP thread.</param>
internal sealed record NetworkSurroundings(
    TimeProvider Time,
    Random Random,
    Action<Action> Post,
    string Certificates,
    string SiteFolder,
    Action<string> Told,
    Action<Exception> OnFault)
{
    /// <summary>The full path of a file that the site names.</summary>
    public string PathOf(string file) => Path.Combine(SiteFolder, file);
}
