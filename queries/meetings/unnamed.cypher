// Which members are not named at a meeting of their own body? 未见点名
MATCH (b:Organization)-[k:PARTICIPATED]->(e:Event)
WHERE e.kind = 'meeting' AND e.modality = 'actual' AND k.role = 'organizer'
  AND (size($body) = 0 OR b.id IN $body)
  AND e.confidence >= $min_confidence
  AND ($from IS NULL OR e.latest >= date($from))
  AND ($to IS NULL OR e.earliest <= date($to))
MATCH (b)<-[:POST_IN]-(o:Office)<-[:IN_OFFICE]-(t:Tenure)<-[:HAS_TENURE]-(p:Person)
WHERE t.first_seen <= e.latest AND t.last_seen >= e.earliest
OPTIONAL MATCH (p)-[r:PARTICIPATED]->(e)
WITH b, e, p, collect(DISTINCT o.post) AS held, max(t.confidence) AS sure, count(r) AS taken
WITH b, e, collect({person: p, held: held, sure: sure, taken: taken}) AS members,
     sum(CASE WHEN taken > 0 THEN 1 ELSE 0 END) AS present
WHERE present > 0
UNWIND members AS member
WITH b, e, member, present
WHERE member.taken = 0 AND (size($person) = 0 OR member.person.id IN $person)
RETURN e.date_text AS date, b.name AS body, member.person.name AS person, member.held AS posts, present AS named,
       e.topic AS topic, e.name AS meeting, b.id AS body_id, member.person.id AS person_id,
       e.confidence AS confidence, e.articles AS articles, e.id AS fact_ids
ORDER BY coalesce(date, '9999'), fact_ids, body, body_id, person, person_id
LIMIT $limit
