import com.adobe.epubcheck.tool.EpubChecker;

/** Checks many books in one virtual machine: pairs of a book and the JSON file for its findings. */
public class CheckBooks {
  public static void main(String[] paths) {
    for (int i = 0; i < paths.length; i += 2) {
      new EpubChecker().run(new String[] { paths[i], "--json", paths[i + 1], "--quiet", "--locale", "en" });
    }
  }
}
