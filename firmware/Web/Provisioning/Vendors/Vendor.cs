namespace Switchhook.Web.Provisioning.Vendors;

/// <summary>Whose phones the box can set up.</summary>
internal enum Vendor
{
    /// <summary>Yealink: files of lines <c>key = value</c>.</summary>
    Yealink,

    /// <summary>Grandstream: XML of numbered values.</summary>
    Grandstream,

    /// <summary>Poly, formerly Polycom: a master file, and XML that it names.</summary>
    Poly,

    /// <summary>Snom: XML of named settings.</summary>
    Snom,

    /// <summary>Fanvil: XML of nested settings.</summary>
    Fanvil,

    /// <summary>Cisco's SPA series, formerly Linksys: XML without depth.</summary>
    CiscoSpa,

    /// <summary>Linphone: XML that stands for its own file of sections.</summary>
    Linphone,
}
