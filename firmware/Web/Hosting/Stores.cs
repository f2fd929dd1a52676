using Switchhook.Storage;
using Switchhook.Storage.Accounts;
using Switchhook.Storage.Audit;
using Switchhook.Storage.History;
using Switchhook.Storage.ReportMails;
using Switchhook.Storage.SecondFactors;
using Switchhook.Storage.Webhooks;

namespace Switchhook.Web.Hosting;

/// <summary>What the web reads from the database, and the brake on guessing.</summary>
internal sealed class Stores(WebBackend backend)
{
    /// <summary>Calls.</summary>
    public CallReader Calls { get; } = new(backend.Database);

    /// <summary>What figures are counted from.</summary>
    public FactReader Facts { get; } = new(backend.Database);

    /// <summary>Answers to surveys.</summary>
    public SurveyReader Surveys { get; } = new(backend.Database);

    /// <summary>The journal.</summary>
    public JournalReader Journal { get; } = new(backend.Database);

    /// <summary>Versions of the site file.</summary>
    public SiteVersions Versions { get; } = new(backend.Database, backend.Time);

    /// <summary>People.</summary>
    public AccountStore Accounts => backend.Accounts;

    /// <summary>The code of the first start.</summary>
    public ClaimCode Claim { get; } = new(backend.Database, backend.Accounts);

    /// <summary>Codes for people who are invited.</summary>
    public Invitations Invitations { get; } = new(backend.Database, backend.Accounts, backend.Time);

    /// <summary>Browsers.</summary>
    public SessionStore Sessions { get; } = new(backend.Database, backend.Time);

    /// <summary>Programs.</summary>
    public TokenStore Tokens { get; } = new(backend.Database, backend.Time);

    /// <summary>Second factors; null where there are none.</summary>
    public SecondFactorStore? Factors { get; } =
        backend.Secrets is { } secrets ? new SecondFactorStore(backend.Database, secrets, backend.Time) : null;

    /// <summary>Who did what.</summary>
    public AuditStore Audit { get; } = new(backend.Database, backend.Time);

    /// <summary>Webhooks; null where there are no secrets to sign with.</summary>
    public WebhookStore? Webhooks { get; } =
        backend.Secrets is { } signing ? new WebhookStore(backend.Database, signing, backend.Time) : null;

    /// <summary>Reports that are sent as mail.</summary>
    public ReportMailStore ReportMails { get; } = new(backend.Database, backend.Time);

    /// <summary>Who must wait.</summary>
    public AttemptLimiter Attempts { get; } = new(backend.Time);
}
