using ContactCenter.Contracts.Identity;
using ContactCenter.Domain.Billing.Invoices;
using ContactCenter.Domain.Patients;
using ContactCenter.Domain.Practices;
using ContactCenter.Server.Identity;
using ContactCenter.Server.Patients;
using NodaTime;

namespace ContactCenter.Server.Demo;

/// <summary>A practice of the demonstration, with all that it begins with.</summary>
internal sealed record DemoClient(Practice Practice, PhoneLine Line)
{
    /// <summary>Accounts that come with it.</summary>
    public required IReadOnlyList<NewAccount> People { get; init; }

    public required IReadOnlyList<(PatientIdentity Identity, PatientFlags Flags)> Patients { get; init; }

    /// <summary>The visits around the Monday of a week.</summary>
    public required Func<LocalDate, IEnumerable<DemoVisit>> Visits { get; init; }

    public Func<LocalDate, DemoAbsence>? Absence { get; init; }

    /// <summary>What makes its past another than that of the others.</summary>
    public int Chance { get; init; }

    /// <summary>Whom its invoices are made out to.</summary>
    public required InvoiceParty Buyer { get; init; }

    /// <summary>Who signs in for the practice.</summary>
    public NewAccount Staff => People.Single(p => p.Roles.Contains(Roles.PracticeStaff));

    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[Practice.TimeZone];
}

/// <summary>Local times of the practice.</summary>
internal sealed record DemoAbsence(string Practitioner, LocalDateTime First, LocalDateTime Last, string Why);
