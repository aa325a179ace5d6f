#include <libxml/xmlversion.h>
// Headers of ICU clash with the ones that Foundation carries; all they would add here is fields that nothing reads.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/SAX2.h>
#include <libxml/xmlerror.h>
