using ContactCenter.Contracts.Identity;
using ContactCenter.Server.Hosting.Telemetry;
using Microsoft.AspNetCore.Authorization;

namespace ContactCenter.Server.Identity;

/// <summary>Every endpoint and hub method names one of these, or says by <see cref="AnonymousBecause"/> why it needs none.</summary>
internal static class Policies
{
    public const string SignedIn = nameof(SignedIn);

    /// <summary>The hub and everything an agent does with a call.</summary>
    public const string AgentAtConsole = nameof(AgentAtConsole);

    public const string Supervisor = nameof(Supervisor);

    public const string PracticeStaff = nameof(PracticeStaff);

    public const string Billing = nameof(Billing);

    /// <summary>Invoices and the seconds behind them: billing for every practice, staff for their own.</summary>
    public const string Invoices = nameof(Invoices);

    public const string Administrator = nameof(Administrator);

    /// <summary>Who may see patients and their appointments: agents, supervisors and the practice itself, each in their practices.</summary>
    public const string PatientData = nameof(PatientData);

    /// <summary>Whoever watches the machines: figures without anybody's data.</summary>
    public const string Monitoring = nameof(Monitoring);

    public static void Add(AuthorizationOptions options)
    {
        options.AddPolicy(Monitoring, policy => policy.AddRequirements(new MayReadMetrics()));
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(AgentAtConsole, policy => policy.RequireRole(Roles.Agent));
        options.AddPolicy(Supervisor, policy => policy.RequireRole(Roles.Supervisor));
        options.AddPolicy(PracticeStaff, policy => policy.RequireRole(Roles.PracticeStaff));
        options.AddPolicy(Billing, policy => policy.RequireRole(Roles.Billing));
        options.AddPolicy(Invoices, policy => policy.RequireRole(Roles.Billing, Roles.PracticeStaff));
        options.AddPolicy(Administrator, policy => policy.RequireRole(Roles.Administrator));
        options.AddPolicy(PatientData, policy => policy.RequireRole(Roles.OfPractices));
        options.FallbackPolicy = new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build();
    }
}
