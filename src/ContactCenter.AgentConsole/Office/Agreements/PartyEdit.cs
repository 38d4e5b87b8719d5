using ContactCenter.Contracts.Billing;

namespace ContactCenter.AgentConsole.Office.Agreements;

/// <summary>A company while it is typed.</summary>
public sealed class PartyEdit(PartyForm form)
{
    public string Name { get; set; } = form.Name;

    public string Siren { get; set; } = form.Siren;

    public string Siret { get; set; } = form.Siret;

    public string VatNumber { get; set; } = form.VatNumber;

    public string Line { get; set; } = form.Line;

    public string PostCode { get; set; } = form.PostCode;

    public string City { get; set; } = form.City;

    public string Country { get; set; } = form.CountryCode;

    public string ElectronicAddress { get; set; } = form.ElectronicAddress;

    public PartyForm Form => new(Name, Siren, Siret, VatNumber, Line, PostCode, City, Country, ElectronicAddress);
}
