using ContactCenter.AgentConsole.Screen;
using ContactCenter.AgentConsole.Words;
using ContactCenter.Contracts.Billing;

namespace ContactCenter.AgentConsole.Office.Agreements;

/// <summary>Names of what a contract is made of.</summary>
internal static class AgreementText
{
    public static IReadOnlyList<(string Key, string Name)> Countries =>
    [
        ("FR", AgreementWords.France), ("GP", "Guadeloupe"), ("MQ", "Martinique"), ("GF", "Guyane"), ("RE", "La Réunion"), ("YT", "Mayotte"),
        ("MF", "Saint-Martin"), ("BL", "Saint-Barthélemy"),
    ];

    public static IReadOnlyList<(string Key, string Name)> Regions =>
    [
        ("Metropole", AgreementWords.Metropole), ("AlsaceMoselle", "Alsace-Moselle"), ("Guadeloupe", "Guadeloupe"), ("Martinique", "Martinique"),
        ("Guyane", "Guyane"), ("Reunion", "La Réunion"), ("Mayotte", "Mayotte"), ("SaintMartin", "Saint-Martin"),
        ("SaintBarthelemy", "Saint-Barthélemy"),
    ];

    public static IReadOnlyList<string> Zones { get; } =
    [
        "Europe/Paris", "America/Guadeloupe", "America/Martinique", "America/Cayenne", "Indian/Reunion", "Indian/Mayotte", "America/Marigot",
        "America/St_Barthelemy",
    ];

    public static IReadOnlyList<(string Key, string Name)> Kinds =>
        [(nameof(CreditReason.Goodwill), AgreementWords.Goodwill), (nameof(CreditReason.Agreed), AgreementWords.Agreed)];

    /// <summary>A tariff as one says it: essentiel, version 1.</summary>
    /// <param name="id">As <c>name@version</c>, with or without the hash of its text.</param>
    /// <param name="label">What people call it; null: its name.</param>
    public static string Tariff(string id, string? label = null) => id.Split('#')[0].Split('@') is [var name, var version]
        ? $"{label ?? name}, {Say.With(AgreementWords.Version, version)}"
        : id;

    /// <summary>A field as the screen calls it.</summary>
    public static string Field(string field) => field.Split('.')[^1] switch
    {
        "name" => AgreementWords.LegalName,
        "siren" => "SIREN",
        "siret" => AgreementWords.Siret,
        "vat_number" => AgreementWords.VatNumber,
        "address" => AgreementWords.Address,
        "post_code" => AgreementWords.PostCode,
        "city" => AgreementWords.City,
        "country" => AgreementWords.Country,
        "electronic_address" => AgreementWords.ElectronicAddress,
        "time_zone" => AgreementWords.TimeZone,
        "region" => AgreementWords.Region,
        "first" => AgreementWords.First,
        "last" => AgreementWords.Last,
        "days_to_pay" => AgreementWords.DaysToPay,
        "tariffs" => AgreementWords.Tariff,
        "discounts" => AgreementWords.Discount,
        "credits" => AgreementWords.Credit,
        "iban" => "IBAN",
        "vat_on_debits" => AgreementWords.VatOnDebits,
        "notes" => AgreementWords.Mentions,
        _ => field,
    };
}
