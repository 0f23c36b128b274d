// Which persons share a name, and what tells them apart? 同名人物
MATCH (p:Person)
WITH p.name AS shared, collect(p) AS people
WHERE size(people) > 1 AND ($name IS NULL OR shared = $name)
UNWIND people AS p
OPTIONAL MATCH (p)-[:HAS_TENURE]->(t:Tenure)-[:IN_OFFICE]->(o:Office)
WITH shared, size(people) AS several, p, collect(DISTINCT o.name) AS posts, collect(DISTINCT t.id) AS held
OPTIONAL MATCH (p)-[:SUBJECT_OF]->(i:Tie)-[:TIED_TO]->(w)
WITH shared, several, p, posts, held, collect(DISTINCT w.name) AS homes, collect(DISTINCT i.id) AS ties
OPTIONAL MATCH (p)-[:PARTICIPATED]->(e:Event)
WITH shared, several, p, posts, held, homes, ties, count(DISTINCT e.id) AS happened
RETURN shared AS name, several AS persons, posts AS offices, homes AS ties, happened AS events, p.id AS person_id,
       held + ties AS fact_ids
ORDER BY persons DESC, name, person_id
LIMIT $limit
