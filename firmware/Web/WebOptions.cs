using System.Net;

namespace Switchhook.Web;

/// <summary>Where the web listens and what it keeps.</summary>
/// <param name="Address">Address and port; port 0 takes a free one.</param>
/// <param name="KeysFolder">
/// Folder for the keys that sign forms, made if need be; null keeps them in memory, so that open forms fail once after a restart.
/// </param>
public sealed record WebOptions(IPEndPoint Address, string? KeysFolder);
