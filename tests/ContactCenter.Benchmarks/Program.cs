using ContactCenter.Benchmarks;

// Each benchmark prints ratios against a bare baseline measured in the same run; docs/performance.md says what they mean.
var (name, options) = (args.FirstOrDefault(), args.Skip(1).ToArray());
switch (name)
{
    case "webhooks":
        await WebhookBenchmark.Run(options);
        break;
    case "offers":
        await OfferBenchmark.Run(options);
        break;
    case OfferConsoles.Name:
        await OfferConsoles.Run(options);
        break;
    case OfferConsoles.EchoName:
        await OfferConsoles.RunEcho(options);
        break;
    case "floor":
        return await FloorBenchmark.Run(options);
    case "invoices":
        return InvoiceBenchmark.Run(options);
    case "slots":
        BookingSearchBenchmark.Run();
        break;
    case "bookings":
        await BookingBenchmark.Run(options);
        break;
    case "patients":
        await PatientBenchmark.Run(options);
        break;
    default:
        Console.WriteLine("dotnet run -c Release --project tests/ContactCenter.Benchmarks -- webhooks | offers | floor [callers] [minutes] [seed] [calls] | invoices [legs] [practices] | slots | bookings [count] | patients [count] [searches]");
        return 2;
}
return 0;
