import Tenders
import XML

extension TEDReader {
  /// The contracting authorities of a form, joint buyers included (BT-500).
  func buyers(_ form: Element) -> [Buyer] {
    if let body = xml.child(form, "CONTRACTING_BODY") { return buyers(inBody: body) }
    return oldBuyers(form)
  }

  private func buyers(inBody body: Element) -> [Buyer] {
    var buyers: [Buyer] = []
    for address in xml.children(body, "ADDRESS_CONTRACTING_BODY") { append(address, to: &buyers) }
    let type = child(body, "CA_TYPE").flatMap { xml.attribute($0, "VALUE") }
    let activity = child(body, "CA_ACTIVITY").flatMap { xml.attribute($0, "VALUE") }
    let utility = child(body, "CE_ACTIVITY").flatMap { xml.attribute($0, "VALUE") }
    let isUtility = utility != nil || xml.child(body, "CE_ACTIVITY_OTHER") != nil
    // The type is that of the leading authority; the notice does not state those of the others.
    if !buyers.isEmpty {
      buyers[0].kind = kind(
        type: type ?? (xml.child(body, "CA_TYPE_OTHER") == nil ? nil : "OTHER"), activity: activity,
        isUtility: isUtility)
      buyers[0].activity = activity ?? utility
    }
    for address in xml.children(body, "ADDRESS_CONTRACTING_BODY_ADDITIONAL") { append(address, to: &buyers) }
    return buyers
  }

  /// CA_CE_CONCESSIONAIRE_PROFILE, then those on whose behalf it buys.
  private func oldBuyers(_ form: Element) -> [Buyer] {
    var buyers: [Buyer] = []
    for address in xml.descendants(form, "CA_CE_CONCESSIONAIRE_PROFILE") { append(address, to: &buyers) }
    if !buyers.isEmpty {
      let types = xml.descendants(
        form, "TYPE_OF_CONTRACTING_AUTHORITY", "TYPE_OF_CONTRACTING_AUTHORITY_OTHER")
      let activity = xml.descendants(form, "TYPE_OF_ACTIVITY").first.flatMap { xml.attribute($0, "VALUE") }
      let utility = xml.descendants(
        form, "ACTIVITY_OF_CONTRACTING_ENTITY", "ACTIVITY_OF_CONTRACTING_ENTITY_OTHER"
      ).first
      buyers[0].kind = kind(
        type: types.first.flatMap { xml.attribute($0, "VALUE") }, activity: activity,
        isUtility: utility != nil)
      buyers[0].activity = activity ?? utility.flatMap { xml.attribute($0, "VALUE") }
    }
    for address in xml.descendants(form, "CONTACT_DATA_OTHER_BEHALF_CONTRACTING_AUTORITHY") {
      append(address, to: &buyers)
    }
    return buyers
  }

  private func append(_ address: Element, to buyers: inout [Buyer]) {
    // In old forms the name and the number stand within ORGANISATION, or are its text (R2.0.7).
    let organisation = xml.child(address, "ORGANISATION")
    let holder = organisation ?? address
    let name =
      xml.value(xml.child(holder, "OFFICIALNAME")) ?? xml.value(organisation)
    let country = child(address, "COUNTRY").flatMap { xml.attribute($0, "VALUE") }.flatMap(Codes.country)
    guard name != nil || (buyers.isEmpty && country != nil) else { return }
    buyers.append(
      Buyer(
        name: name, id: xml.value(xml.child(holder, "NATIONALID")), country: country,
        nuts: xml.value(xml.child(address, "NUTS"), attribute: "CODE")))
  }

  /// BT-11: the type that the form states, else AA_AUTHORITY_TYPE@CODE of the coded data.
  private func kind(type: String?, activity: String?, isUtility: Bool) -> BuyerKind {
    switch type {
    case "MINISTRY": return .ministry
    case "NATIONAL_AGENCY", "REGIONAL_AGENCY": return .agency
    case "REGIONAL_AUTHORITY": return .region
    case "EU_INSTITUTION": return .euInstitution
    case "BODY_PUBLIC": return sector(activity) ?? .bodyGovernedByPublicLaw
    case "OTHER": return sector(activity) ?? .other
    default: break
    }
    if isUtility { return .utility }
    switch child(codification, "AA_AUTHORITY_TYPE").flatMap({ xml.attribute($0, "CODE") }) {
    case "1": return .ministry
    case "3": return .region
    case "4": return .utility
    case "5": return .euInstitution
    case "6": return sector(activity) ?? .bodyGovernedByPublicLaw
    case "8": return sector(activity) ?? .other
    case "N", "R": return .agency
    default: return .unknown
    }
  }

  /// The kinds that only the activity (BT-10) tells apart.
  private func sector(_ activity: String?) -> BuyerKind? {
    switch activity {
    case "EDUCATION": .education
    case "HEALTH": .health
    default: nil
    }
  }
}
